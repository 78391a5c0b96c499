import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputRefused } from "#domain/inputProblem.ts";
import { parseJson } from "#domain/parseJson.ts";

describe("parseJson", () => {
  it("gives the value of JSON.parse for every JSON value, however it is spaced", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t"), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(parseJson(text, "f")).toEqual(withoutMinusZero(JSON.parse(text)));
      }),
      { numRuns: 500 },
    );
  });

  it("refuses exactly the texts that JSON.parse refuses, among texts made of JSON's own pieces", () => {
    const pieces = ["{", "}", "[", "]", ":", ",", '"', '"a"', "1", "-", "0", "01", "1.", ".5", "1e-5", "\\", "\\u00e9"];
    const text = fc.array(fc.constantFrom(...pieces, "\\u00", " ", "\n", "\t", "\u00a0", "true", "null", "nul", "ы"), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(text, (parts) => {
        const source = parts.join("");
        expect(accepts(() => parseJson(source, "f"))).toBe(accepts(() => JSON.parse(source)));
      }),
      { numRuns: 20_000 },
    );
  });

  it("never fails otherwise than by refusing", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void accepts(() => parseJson(text, "f"))));
  });

  it.each([
    ["", "f:1:1: expected a value, got the end of the file"],
    ['{"a": 1,}', 'f:1:9: expected a name in double quotes, got "}"'],
    ['{\n  "a": 1\n  "b": 2\n}', 'f:3:3: expected a comma "," or the end "}" of the object, got "\\""'],
    ["[1 2]", 'f:1:4: expected a comma "," or the end "]" of the list, got "2"'],
    ['{"a" 1}', 'f:1:6: expected a colon ":" after the name, got "1"'],
    ["{'a': 1}", 'f:1:2: expected a name in double quotes, got "\'"'],
    ['["Абай\n"]', 'f:1:7: expected a closing double quote (") on the same line, got "\\n"'],
    ['["Абай', 'f:1:2: expected a closing double quote ("), got the end of the file'],
    [
      '["a\\\\b\\x"]',
      'f:1:7: expected after a backslash one of " \\ / b f n r t, or u with four hexadecimal digits, got "\\\\"',
    ],
    ["[NaN]", 'f:1:2: expected a value, got "NaN"'],
    ["[-Infinity]", 'f:1:2: expected a value, got "-Infinity"'],
    ["[1e999]", "f:1:2: expected a number below 1.8e308, got 1e999"],
    ["{} {}", 'f:1:4: expected the end of the file, got "{"'],
    ['{"a": 1, "b": 2, "a": 3}', 'f:1:18: expected each name once in an object, got "a" again'],
    ["[".repeat(100_000), "f:1:34: expected at most 32 levels of lists and objects, got one more"],
  ])("says where and why it refuses %j", (text, message) => {
    expect(() => parseJson(text, "f")).toThrow(InputRefused);
    expect(messageOf(() => parseJson(text, "f"))).toBe(message);
  });

  it("passes over a byte order mark", () => {
    expect(parseJson("\ufeff[1]", "f")).toEqual([1]);
  });

  it("keeps a name __proto__ as a plain entry", () => {
    const value = parseJson('{"__proto__": {"polluted": true}}', "f") as object;
    expect(Object.keys(value)).toEqual(["__proto__"]);
    expect((value as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

function accepts(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof InputRefused || error instanceof SyntaxError) return false;
    throw error;
  }
}

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    return (error as Error).message;
  }
  return "accepted";
}

function withoutMinusZero(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMinusZero);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, withoutMinusZero(part)]));
  return Object.is(value, -0) ? 0 : value;
}
