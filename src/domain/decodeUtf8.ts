import { InputRefused } from "./inputProblem.ts";

/** Strict: a lenient decoder would guess at another encoding, or put other signs for what it cannot read. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a file, with its byte order mark if it has one. @throws InputRefused where the bytes are not UTF-8. */
export function decodeUtf8(bytes: ArrayBuffer | Uint8Array, fileName: string): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new InputRefused([{ place: fileName, expected: "text in UTF-8", found: "bytes of another encoding" }]);
  }
}
