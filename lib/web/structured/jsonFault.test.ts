import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFault } from "./jsonFault";

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("the first fault of a JSON text", () => {
  it("is none in what the built-in parser takes", () => {
    fc.assert(fc.property(fc.json(), (text) => jsonFault(text) === null));
  });

  it("is found wherever the built-in parser refuses, and nowhere else", () => {
    const pieces = fc.constantFrom(...'{ } [ ] , : " \' \\ \n a 1 -1.5e3 01 1. true null "x" "\\u00e9" "\\x" //'.split(" "), "\n", "\t");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (list) => {
        const text = list.join("");
        expect(jsonFault(text) === null).toBe(parses(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['{"a": 1,}', "trailing_comma", 7],
    ['{"a": 1 "b": 2}', "missing_comma", 8],
    ["{'a': 1}", "bad_key", 1],
    ["{\"a\": 'x'}", "wrong_quotes", 6],
    ['{"a": “x”}', "wrong_quotes", 6],
    ['{"a": "line\nbreak"}', "raw_control", 11],
    ['{"a": "x', "open_text", 6],
    ['{"a": [1, 2}', "wrong_bracket", 11],
    ['{"a": {"b": 1}', "unfinished", 14],
    ['{"a" 1}', "missing_colon", 5],
    ['{"a": }', "missing_value", 6],
    ['{"a": "\\d"}', "bad_escape", 8],
    ["// note\n{}", "comment", 0],
    ["<!-- {} -->", "wrapped", 0],
    ["{} {}", "trailing_text", 3],
    ["  ", "empty", 0],
    ["{a: 1}", "bad_key", 1],
    ['{"a": undefined}', "bad_value", 6],
  ])("of %j is %s", (text, code, at) => {
    expect(jsonFault(text)).toMatchObject({ code, at });
  });

  it("is told quickly of a text that nests without end", () => {
    expect(jsonFault("[".repeat(1_000_000))).toMatchObject({ code: "too_deep", at: 200 });
    expect(jsonFault(`${"[".repeat(150)}${"]".repeat(150)}`)).toBeNull();
  });
});
