import cyrillicExt from "@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2?url";
import cyrillic from "@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2?url";
import latin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url";
import { drawList } from "./listDrawing.ts";

type FigureTexts = {
  readonly title: string;
  readonly subtitle: string;
  /** Program, version, seed, day, credit. */
  readonly stamp: string;
  readonly language: string;
};

const SVG = "http://www.w3.org/2000/svg";
const FAMILY = "Inter Variable";
const FONTS = [
  { url: latin, range: "U+0000-00FF, U+2000-206F, U+2122, U+2191, U+2193, U+2212" },
  { url: cyrillic, range: "U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116" },
  { url: cyrillicExt, range: "U+0460-052F" },
];
/** What a figure takes over from the style sheets of the page. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "stroke-linecap",
  "paint-order",
  "opacity",
  "font-size",
  "font-weight",
  "text-anchor",
  "visibility",
  "vector-effect",
];
const MARGIN = 16;

/** A drawing, or a list of bars or names. */
export type FigurePart = SVGSVGElement | HTMLElement;

/** A figure of the page as an SVG file of its own: light, with its title, its subtitle, and the line that says where it is from. */
export async function figureSvg(figure: readonly FigurePart[], texts: FigureTexts): Promise<string> {
  const parts = figure.map((part) => {
    const isDrawn = part instanceof SVGSVGElement;
    const box = part.getBoundingClientRect();
    return {
      drawing: inLight(() => (isDrawn ? standalone(part) : drawList(part, standalone))),
      side: isDrawn ? 0 : MARGIN, // drawings have margins of their own
      width: box.width,
      height: isDrawn ? box.height : part.scrollHeight,
    };
  });
  const width = Math.max(...parts.map((part) => part.width + 2 * part.side));
  const height = parts.reduce((sum, part) => sum + part.height, 0);
  const room = width - 2 * MARGIN;
  const title = wrapped(texts.title, room, 16, 600);
  const subtitle = wrapped(texts.subtitle, room, 12, 400);
  const stamp = wrapped(texts.stamp, room, 10, 400);
  const top = MARGIN + 22 * title.length + 16 * subtitle.length + 8;
  const whole = top + height + 8 + 14 * stamp.length + MARGIN;

  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("xmlns", SVG);
  svg.setAttribute("width", String(Math.ceil(width)));
  svg.setAttribute("height", String(Math.ceil(whole)));
  svg.setAttribute("viewBox", `0 0 ${Math.ceil(width)} ${Math.ceil(whole)}`);
  svg.setAttribute("lang", texts.language);
  svg.setAttribute("font-family", `"${FAMILY}", sans-serif`);
  const style = document.createElementNS(SVG, "style");
  style.textContent = await fontRules();
  const paper = document.createElementNS(SVG, "rect");
  paper.setAttribute("width", "100%");
  paper.setAttribute("height", "100%");
  paper.setAttribute("fill", "#ffffff");
  let y = top;
  for (const part of parts) {
    for (const [name, value] of Object.entries({ x: part.side, y, width: part.width, height: part.height }))
      part.drawing.setAttribute(name, String(value));
    y += part.height;
  }
  svg.append(
    style,
    paper,
    ...title.map((line, k) => textLine(line, MARGIN + 16 + 22 * k, 16, 600, "#1b1f24")),
    ...subtitle.map((line, k) => textLine(line, MARGIN + 22 * title.length + 12 + 16 * k, 12, 400, "#5b626a")),
    ...parts.map(({ drawing }) => drawing),
    ...stamp.map((line, k) => textLine(line, top + height + 18 + 14 * k, 10, 400, "#5b626a")),
  );
  return new XMLSerializer().serializeToString(svg);
}

/** The same as a picture, at `scale` times the size on the screen. */
export async function figurePng(svg: string, scale = 2): Promise<Blob> {
  await lettersDrawn();
  return withImage(svg, (image) => {
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise<Blob>((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the picture could not be made")))),
    );
  });
}

async function withImage<Result>(svg: string, use: (image: HTMLImageElement) => Promise<Result>): Promise<Result> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    image.src = address;
    await image.decode();
    return await use(image);
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** A letter of each of the fonts, and the pixels that it gets. */
const [LETTERS, CELL] = [["A", "Ж", "Қ"], 24];
/** Milliseconds between looks at these letters, and how often they are looked at: a browser may do without the fonts. */
const [PAUSE, LOOKS] = [30, 100];

/**
 * A browser says that an image is decoded before the fonts inside it are, and draws it without letters then: waits until it
 * draws a letter of each font, after which it has them at hand for all images.
 */
async function lettersDrawn(): Promise<void> {
  const texts = LETTERS.map((letter, k) => `<text x="${CELL * k + 4}" y="18" font-size="16">${letter}</text>`);
  const width = CELL * LETTERS.length;
  const sample = `<svg xmlns="${SVG}" width="${width}" height="${CELL}"><style>${await fontRules()}</style>${texts.join("")}</svg>`;
  await withImage(sample, async (image) => {
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width, CELL];
    const context = canvas.getContext("2d", { willReadFrequently: true })!;
    const hasInk = (k: number) => context.getImageData(CELL * k, 0, CELL, CELL).data.some((value) => value > 0);
    for (let look = 0; look < LOOKS; look++) {
      context.drawImage(image, 0, 0);
      if (LETTERS.every((_, k) => hasInk(k))) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  });
}

/** Styles are read while the document is light; nothing is painted in between. */
function inLight<Result>(read: () => Result): Result {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = "light";
  try {
    return read();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** A copy that carries its styles itself and leaves out what nobody sees. */
function standalone(figure: SVGSVGElement): SVGSVGElement {
  const copy = figure.cloneNode(true) as SVGSVGElement;
  const sources = [figure, ...figure.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  sources.forEach((source, k) => {
    const computed = getComputedStyle(source);
    const target = copies[k];
    if (computed.display === "none" || target.classList.contains("year-target")) {
      target.dataset.dropped = "true";
      return;
    }
    for (const property of STYLES) {
      const value = computed.getPropertyValue(property);
      if (value !== "") target.style.setProperty(property, value);
    }
    target.removeAttribute("class");
  });
  for (const dropped of copy.querySelectorAll("[data-dropped]")) dropped.remove();
  return copy;
}

let keptRules: string | null = null;

/** The text face of the page inside the file, so that it reads the same where the face is not installed; made once. */
async function fontRules(): Promise<string> {
  keptRules ??= await readFontRules();
  return keptRules;
}

async function readFontRules(): Promise<string> {
  const rules = await Promise.all(
    FONTS.map(async ({ url, range }) => {
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      let binary = "";
      for (const byte of bytes) binary += String.fromCharCode(byte);
      return `@font-face{font-family:"${FAMILY}";font-weight:100 900;src:url(data:font/woff2;base64,${btoa(binary)}) format("woff2");unicode-range:${range}}`;
    }),
  );
  return `${rules.join("")}text{font-family:"${FAMILY}",sans-serif}`;
}

function textLine(text: string, y: number, size: number, weight: number, colour: string): SVGTextElement {
  const line = document.createElementNS(SVG, "text");
  line.setAttribute("x", String(MARGIN));
  line.setAttribute("y", String(y));
  line.setAttribute("font-size", `${size}px`);
  line.setAttribute("font-weight", String(weight));
  line.setAttribute("fill", colour);
  line.textContent = text;
  return line;
}

/** Words in lines no wider than `width` pixels. */
function wrapped(text: string, width: number, size: number, weight: number): string[] {
  const context = document.createElement("canvas").getContext("2d")!;
  context.font = `${weight} ${size}px "${FAMILY}", sans-serif`;
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && context.measureText(`${last} ${word}`).width <= width)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
