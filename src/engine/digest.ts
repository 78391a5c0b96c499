import type { YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyFiles } from "#domain/studyData.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { STUDY_FILES } from "#domain/studyData.ts";
import { createFrontierColumns, packEstimates } from "./frontierColumns.ts";

/** SHA-256 over the texts of the data files, in their fixed order. */
export function digestData(files: StudyFiles): string {
  return digestText(STUDY_FILES.map((name) => `${name}\n${files[name].replaceAll("\r\n", "\n")}`).join("\n"));
}

/** SHA-256 over what changes a run: not its name, card or notes. */
export function digestScenario({ until, parameters, off, shocks, measures }: Scenario): string {
  const ordered = Object.entries(parameters).sort(([a], [b]) => (a < b ? -1 : 1));
  return digestText(
    JSON.stringify([
      until,
      ordered,
      off,
      shocks.map(({ shock, regions, from, to, size, ramp }) => [shock, regions, from, to, size, ramp]),
      measures.map(({ lever, regions, from, to, size, ramp, budget, payer }) => [
        lever,
        regions,
        from,
        to,
        size,
        ramp,
        budget,
        payer,
      ]),
    ]),
  );
}

export type OutputDigest = { readonly add: (snapshot: YearSnapshot) => void; readonly hex: () => string };

/**
 * SHA-256 over every number of the years of one replicate, in the byte order of all supported machines; of the bytes of the
 * agents, which are most of them, over a checksum of 128 bits a year, since SHA-256 would take a twentieth of the run for them.
 */
export function createOutputDigest(): OutputDigest {
  const hash = sha256.create();
  return {
    add: ({ year, regional, national, agents, estimates }) => {
      hash.update(utf8ToBytes(String(year)));
      hash.update(bytesOf(regional));
      hash.update(bytesOf(national));
      hash.update(checksum(agents));
      const regions = regional.length / REGIONAL_INDICATORS.length;
      const packed = createFrontierColumns(1, regions);
      packEstimates(packed, 0, regions, estimates);
      hash.update(bytesOf(packed));
    },
    hex: () => bytesToHex(hash.digest()),
  };
}

/** One replicate keeps its digest, so that the page and a run of one future agree; more are digested in their order. */
export function combineDigests(digests: readonly string[]): string {
  return digests.length === 1 ? digests[0] : digestText(digests.join("\n"));
}

/** Four interleaved sums of 32-bit words in the manner of xxHash: every step is one-to-one in the sum and in the word. */
function checksum(bytes: Uint8Array): Uint8Array {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  let [one, two, three, four] = [0x243f6a88, 0x05a308d3, 0x13198a2e, 0x03707344]; // digits of pi
  for (let k = 0; k < words.length; k += 4) {
    one = stir(one, words[k]);
    if (k + 1 < words.length) two = stir(two, words[k + 1]);
    if (k + 2 < words.length) three = stir(three, words[k + 2]);
    if (k + 3 < words.length) four = stir(four, words[k + 3]);
  }
  return new Uint8Array(Int32Array.of(one, two, three, four).buffer);
}

function stir(sum: number, word: number): number {
  const next = (sum + Math.imul(word, 0x85ebca77)) | 0;
  return Math.imul((next << 13) | (next >>> 19), 0x9e3779b1);
}

function digestText(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}

/** In the place of NaN, whose bytes are up to the engine. */
const NO_NUMBER = -Number.MAX_VALUE;

/** -0 and 0 are equal numbers with different bytes, so they are made one before hashing. */
function bytesOf(values: Float64Array): Uint8Array {
  const written = new Float64Array(values.length);
  for (let k = 0; k < values.length; k++) written[k] = Number.isNaN(values[k]) ? NO_NUMBER : values[k] + 0;
  return new Uint8Array(written.buffer);
}
