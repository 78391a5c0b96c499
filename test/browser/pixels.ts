import { crc32, deflateSync, inflateSync } from "node:zlib";

/** An image as Chromium's screenshots give it: 8 bits a channel, three or four channels. */
export type Pixels = {
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
  readonly bytes: Uint8Array;
};

/** Part of the pixels that are clearly coloured, rather than paper, ink or grey. */
export function colourfulPart(png: Uint8Array): number {
  const { width, height, channels, bytes } = readPng(png);
  let colourful = 0;
  for (let at = 0; at < bytes.length; at += channels) {
    const [red, green, blue] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 40) colourful++;
  }
  return colourful / (width * height);
}

/** Part of the pixels that differ between two screenshots of one size. */
export function differentPart(a: Uint8Array, b: Uint8Array): number {
  const [one, other] = [readPng(a), readPng(b)];
  if (one.width !== other.width || one.height !== other.height) throw new Error("screenshots of different size");
  let different = 0;
  for (let at = 0, pixel = 0; pixel < one.width * one.height; pixel++, at += one.channels) {
    const apart = [0, 1, 2].some((channel) => Math.abs(one.bytes[at + channel] - other.bytes[at + channel]) > 16);
    if (apart) different++;
  }
  return different / (one.width * one.height);
}

/** The same picture with each channel rounded to a multiple of 4, which the eye does not see: two thirds of the bytes. */
export function withFewerColours(png: Uint8Array): Buffer {
  const { width, height, channels, bytes } = readPng(png);
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height); // each begins with 0: no filter, which suits flat colours
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < stride; x++) {
      rows[y * (stride + 1) + 1 + x] = Math.min(255, Math.round(bytes[y * stride + x] / 4) * 4);
    }
  }
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([png.subarray(0, 33), chunk("IDAT", data), chunk("IEND", Buffer.alloc(0))]); // signature and IHDR stay
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** PNG as in the standard, for the kind that Chromium writes: 8 bits, no palette, not interlaced. */
export function readPng(file: Uint8Array): Pixels {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const [width, height, colourType] = [view.getUint32(16), view.getUint32(20), file[25]];
  if (file[24] !== 8 || (colourType !== 2 && colourType !== 6)) throw new Error("a PNG of another kind");
  const channels = colourType === 6 ? 4 : 3;
  const data: Uint8Array[] = [];
  for (let at = 8; at < file.length; at += 12 + view.getUint32(at)) {
    const length = view.getUint32(at);
    const kind = String.fromCharCode(...file.subarray(at + 4, at + 8));
    if (kind === "IDAT") data.push(file.subarray(at + 8, at + 8 + length));
  }
  return {
    width,
    height,
    channels,
    bytes: unfilter(inflateSync(Buffer.concat(data)), width * channels, height, channels),
  };
}

/** Each row starts with the number of its filter (PNG, section 9). */
function unfilter(rows: Uint8Array, stride: number, height: number, channels: number): Uint8Array {
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = rows[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= channels ? bytes[at - channels] : 0;
      const up = y > 0 ? bytes[at - stride] : 0;
      const corner = x >= channels && y > 0 ? bytes[at - stride - channels] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      bytes[at] = rows[y * (stride + 1) + 1 + x] + guess;
    }
  }
  return bytes;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
