import { describeFound, InputRefused } from "./inputProblem.ts";

/** No honest document nests deeper; the limit also keeps whoever walks the value from running out of stack. */
const DEEPEST = 32;

/**
 * JSON text to a value, for files that people write: says line and column in the same words in every engine, and
 * refuses what JSON.parse would pass over in silence: a key given twice (the first value would be lost), a number
 * too large to hold. Otherwise the value is that of JSON.parse, except that -0 is 0.
 * @throws InputRefused with the place of the first fault; a text that is not JSON has no reliable second one.
 */
export function parseJson(text: string, fileName: string): unknown {
  const reader: Reader = { text, fileName, at: text.charCodeAt(0) === 0xfeff ? 1 : 0 };
  const value = readValue(reader, 0);
  skipSpace(reader);
  if (reader.at < text.length) refuse(reader, "the end of the file");
  return value;
}

type Reader = { readonly text: string; readonly fileName: string; at: number };

function readValue(reader: Reader, depth: number): unknown {
  skipSpace(reader);
  if (depth > DEEPEST) refuse(reader, `at most ${DEEPEST} levels of lists and objects`, "one more");
  switch (reader.text[reader.at]) {
    case "{":
      return readObject(reader, depth);
    case "[":
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    default:
      return readScalar(reader);
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const entries = new Map<string, unknown>();
  reader.at += 1;
  skipSpace(reader);
  if (takes(reader, "}")) return {};
  do {
    skipSpace(reader);
    const start = reader.at;
    if (reader.text[start] !== '"') refuse(reader, "a name in double quotes");
    const key = readString(reader);
    if (entries.has(key)) {
      reader.at = start;
      refuse(reader, "each name once in an object", `${describeFound(key)} again`);
    }
    skipSpace(reader);
    if (!takes(reader, ":")) refuse(reader, 'a colon ":" after the name');
    entries.set(key, readValue(reader, depth + 1));
    skipSpace(reader);
  } while (takes(reader, ","));
  if (!takes(reader, "}")) refuse(reader, 'a comma "," or the end "}" of the object');
  return Object.fromEntries(entries); // own properties, also one named __proto__
}

function readArray(reader: Reader, depth: number): unknown[] {
  const items: unknown[] = [];
  reader.at += 1;
  skipSpace(reader);
  if (takes(reader, "]")) return items;
  do {
    items.push(readValue(reader, depth + 1));
    skipSpace(reader);
  } while (takes(reader, ","));
  if (!takes(reader, "]")) refuse(reader, 'a comma "," or the end "]" of the list');
  return items;
}

function readString(reader: Reader): string {
  const { text } = reader;
  const start = reader.at;
  for (reader.at += 1; text[reader.at] !== '"'; reader.at += text[reader.at] === "\\" ? 2 : 1) {
    if (reader.at >= text.length) {
      reader.at = start;
      refuse(reader, 'a closing double quote (")', "the end of the file");
    }
    if (text.charCodeAt(reader.at) < 0x20) refuse(reader, 'a closing double quote (") on the same line');
  }
  reader.at += 1;
  try {
    return JSON.parse(text.slice(start, reader.at));
  } catch {
    const quoted = text.slice(start, reader.at);
    const wrong = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(quoted.replace(/\\\\/g, "__"))!;
    reader.at = start + wrong.index;
    return refuse(reader, 'after a backslash one of " \\ / b f n r t, or u with four hexadecimal digits');
  }
}

const SCALAR = /[^\s,:[\]{}"]+/y;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function readScalar(reader: Reader): number | boolean | null {
  SCALAR.lastIndex = reader.at;
  const word = SCALAR.exec(reader.text)?.[0] ?? "";
  if (word === "true" || word === "false" || word === "null") {
    reader.at += word.length;
    return JSON.parse(word);
  }
  if (!NUMBER.test(word)) refuse(reader, "a value", word === "" ? undefined : describeFound(word));
  const number = Number(word);
  if (!Number.isFinite(number)) refuse(reader, "a number below 1.8e308", word.length > 60 ? "a longer one" : word);
  reader.at += word.length;
  return number + 0; // -0 + 0 is 0
}

function skipSpace(reader: Reader) {
  while (" \n\r\t".includes(reader.text[reader.at] ?? "x")) reader.at += 1;
}

function takes(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function refuse({ text, fileName, at }: Reader, expected: string, found = describeCharacter(text, at)): never {
  const before = text.slice(0, at).split("\n");
  const column = before.at(-1)!.length + 1;
  throw new InputRefused([{ place: `${fileName}:${before.length}:${column}`, expected, found }]);
}

function describeCharacter(text: string, at: number): string {
  return at < text.length ? describeFound(String.fromCodePoint(text.codePointAt(at)!)) : "the end of the file";
}
