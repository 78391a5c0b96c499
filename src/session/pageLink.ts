import type { LoadedStudy } from "#engine/readStudy.ts";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { deflateSync, Inflate } from "fflate";
import { type InputProblem, InputRefused } from "#domain/inputProblem.ts";
import { parseJson } from "#domain/parseJson.ts";
import { LINK_MARK } from "./linkMark.ts";
import { checkSavedPage, type RestoredPage, SAVED_PAGE_VERSION, type SavedPage } from "./savedPage.ts";

/**
 * A page in the part of an address that never leaves the browser: `#p=1.<check>.<data>`. The data are the page as JSON,
 * deflated, in base64url; the check is the start of their SHA-256, so that a link cut short is told from a wrong one.
 */
export type OpenedLink =
  | { readonly status: "opened"; readonly page: RestoredPage }
  | { readonly status: "refused"; readonly reason: LinkFault; readonly problems: readonly InputProblem[] };

/** Cut: characters are missing or changed. Newer: of a later version. Long: beyond the limits. Wrong: see its problems. */
export type LinkFault = "cut" | "newer" | "long" | "wrong";

/** Four plans with notes take a few thousand characters. */
export const MAXIMUM_LINK = 60_000;
/** Text of the page after inflating; more is not even read. */
export const MAXIMUM_PAGE = 1_000_000;

const CHECK_DIGITS = 8;
export function pageLink(page: SavedPage): string {
  const data = toBase64Url(deflateSync(new TextEncoder().encode(JSON.stringify(page)), { level: 9 }));
  return `${LINK_MARK}${SAVED_PAGE_VERSION}.${checkOf(data)}.${data}`;
}

export function openPageLink(hash: string, study: LoadedStudy): OpenedLink {
  const refuse = (reason: LinkFault, problems: readonly InputProblem[] = []): OpenedLink => ({
    status: "refused",
    reason,
    problems,
  });
  if (hash.length > MAXIMUM_LINK) return refuse("long");
  const parts = /^#p=(\d{1,6})\.([0-9a-f]*)\.?([\w-]*)$/.exec(hash);
  if (!parts) return refuse("cut");
  const [, version, check, data] = parts;
  if (Number(version) > SAVED_PAGE_VERSION) return refuse("newer");
  if (check !== checkOf(data)) return refuse("cut");
  const bytes = inflated(data);
  if (bytes === "long") return refuse("long");
  if (bytes === "garbled") return refuse("cut");
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { status: "opened", page: checkSavedPage(parseJson(text, "link"), "link", study) };
  } catch (error) {
    if (error instanceof InputRefused) return refuse("wrong", error.problems);
    if (error instanceof TypeError) return refuse("cut"); // not UTF-8
    throw error;
  }
}

/** Stops as soon as the text grows too long, whatever a few bytes claim to hold. */
function inflated(data: string): Uint8Array<ArrayBuffer> | "long" | "garbled" {
  const chunks: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflate = new Inflate((chunk, final) => {
    length += chunk.length;
    if (length <= MAXIMUM_PAGE) chunks.push(chunk.slice());
    isWhole = final;
  });
  try {
    const bytes = fromBase64Url(data);
    for (let at = 0; at < bytes.length && length <= MAXIMUM_PAGE; at += 512)
      inflate.push(bytes.subarray(at, at + 512), at + 512 >= bytes.length);
  } catch {
    return "garbled"; // no base64, or no deflated text, or one that ends too early
  }
  if (length > MAXIMUM_PAGE) return "long";
  if (!isWhole) return "garbled";
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function checkOf(data: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(data))).slice(0, CHECK_DIGITS);
}

function toBase64Url(bytes: Uint8Array): string {
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(characters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}
