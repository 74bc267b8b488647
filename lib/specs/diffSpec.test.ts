import { describe, expect, it } from "vitest";
import type { InputPart, OperationShape, OwnSchema } from "@/lib/gateway/types";
import { diffSpec } from "./diffSpec";
import type { SpecOperation } from "./types";

function operation(
  key: string,
  properties: Record<string, OwnSchema>,
  more: { required?: string[]; output?: OwnSchema | null; shape?: Partial<OperationShape>; question?: string } = {},
): SpecOperation {
  const [method, path = "/"] = key.split(" ");
  const parts: InputPart[] = Object.keys(properties).map((name) => ({ key: name, place: "query", name }));
  const input = { type: "object", properties, ...(more.required ? { required: more.required } : {}), additionalProperties: false };
  const shape: OperationShape = {
    method: method as "GET",
    path,
    parts,
    bodyType: null,
    input,
    output: more.output ?? null,
    answerTypes: [],
    ...more.shape,
  };
  return {
    key,
    name: path.replace(/\W+/g, "-").slice(1),
    question: more.question ?? "What?",
    description: "",
    tags: [],
    deprecated: false,
    shape,
    example: {},
  };
}

const text = { type: "string" };
const changeOf = (before: SpecOperation, after: SpecOperation) => {
  const [change] = diffSpec([before], [after]);
  return change?.kind === "changed" ? { what: change.what, breaking: change.breaking } : (change ?? null);
};
const input = (before: Record<string, OwnSchema>, after: Record<string, OwnSchema>, neededBefore: string[] = [], needed: string[] = []) =>
  changeOf(operation("GET /a", before, { required: neededBefore }), operation("GET /a", after, { required: needed }));
const answer = (before: OwnSchema | null, after: OwnSchema | null) =>
  changeOf(operation("GET /a", {}, { output: before }), operation("GET /a", {}, { output: after }));

describe("what a newer description changes", () => {
  it("is nothing where it is the same, or only says the same otherwise", () => {
    expect(input({ a: { ...text, description: "x" } }, { a: { description: "y", ...text, examples: ["z"] } })).toBeNull();
  });

  it("names what is added and what is gone", () => {
    const [a, b] = [operation("GET /a", {}), operation("POST /b", {})];
    expect(diffSpec([a], [b])).toEqual([
      { kind: "added", operation: b },
      { kind: "removed", key: "GET /a", name: "a" },
    ]);
  });

  it.each<[string, Parameters<typeof input>, string[], boolean]>([
    ["a new input", [{}, { a: text }], ["input `a` is new"], false],
    ["a new one that is needed", [{}, { a: text }, [], ["a"]], ["input `a` is new and needed"], true],
    ["one that is needed now", [{ days: text }, { days: text }, [], ["days"]], ["input `days` is now needed"], true],
    ["one that is no longer needed", [{ a: text }, { a: text }, ["a"]], ["input `a` is no longer needed"], false],
    ["one that is gone", [{ a: text }, {}], ["input `a` is gone"], true],
    ["another type", [{ a: text }, { a: { type: "integer" } }], ["input `a` was string, is now integer"], true],
    ["a wider type", [{ a: { type: "integer" } }, { a: { type: "number" } }], ["input `a` was integer, is now number"], false],
    ["one more type", [{ a: text }, { a: { type: ["string", "null"] } }], ["input `a` was string, is now string or null"], false],
    ["fewer choices", [{ a: { enum: ["x", "y"] } }, { a: { enum: ["x"] } }], ['input `a` no longer takes "y"'], true],
    ["more choices", [{ a: { enum: ["x"] } }, { a: { enum: ["x", "y"] } }], ['input `a` also takes "y"'], false],
    ["narrower bounds", [{ a: { maximum: 9 } }, { a: { maximum: 5 } }], ["input `a` has narrower bounds (maximum)"], true],
    ["wider bounds", [{ a: { minLength: 9 } }, { a: {} }], ["input `a` has wider bounds (minLength)"], false],
    ["other rules", [{ a: { format: "date" } }, { a: { format: "uuid" } }], ["input `a` has other rules (format)"], true],
    [
      "one of several forms",
      [{ a: { anyOf: [text, { type: "null" }] } }, { a: { anyOf: [{ type: "integer" }, { type: "null" }] } }],
      ["input `a` was string, is now integer"],
      true,
    ],
    ["fewer forms", [{ a: { anyOf: [text, { type: "null" }] } }, { a: { anyOf: [text] } }], ["input `a` has other rules (anyOf)"], true],
    [
      "within a list of objects",
      [
        { a: { items: { type: "object", properties: { b: text } } } },
        { a: { items: { type: "object", properties: { b: { type: "null" } } } } },
      ],
      ["input `a[].b` was string, is now null"],
      true,
    ],
  ])("%s", (_what, [...given], what, breaking) => {
    expect(input(...given)).toEqual({ what, breaking });
  });

  it.each<[string, OwnSchema | null, OwnSchema | null, string[], boolean]>([
    ["a property more", { properties: {} }, { properties: { a: text } }, ["answer `a` is new"], false],
    ["a property less", { properties: { a: text } }, { properties: {} }, ["answer `a` is gone"], true],
    [
      "a property that may be missing",
      { properties: { a: text }, required: ["a"] },
      { properties: { a: text } },
      ["answer `a` may be missing"],
      true,
    ],
    [
      "a type that it was not",
      { properties: { a: text } },
      { properties: { a: { type: ["string", "null"] } } },
      ["answer `a` was string, is now string or null"],
      true,
    ],
    ["no words on it", { type: "object" }, null, ["the answer is no longer described"], true],
    ["words on it", null, { type: "object" }, ["the answer is described now"], false],
  ])("of an answer: %s", (_what, before, after, what, breaking) => {
    expect(answer(before, after)).toEqual({ what, breaking });
  });

  it("follows definitions, whatever they are called, also those that hold themselves", () => {
    const tree = (name: string, value: OwnSchema) => ({
      $ref: `#/$defs/${name}`,
      $defs: { [name]: { type: "object", properties: { value, next: { $ref: `#/$defs/${name}` } } } },
    });
    expect(answer(tree("A", text), tree("B", text))).toBeNull();
    expect(answer(tree("A", text), tree("B", { type: "null" }))).toEqual({
      what: ["answer `value` was string, is now null"],
      breaking: true,
    });
  });

  it("says where an input goes now, and how", () => {
    const moved = operation("GET /a", { a: text }, { shape: { parts: [{ key: "a", place: "header", name: "a" }] } });
    expect(changeOf(operation("GET /a", { a: text }), moved)).toEqual({
      what: ["input `a` goes into the header, was in the query"],
      breaking: true,
    });
    const joined = operation(
      "GET /a",
      { a: text },
      { shape: { parts: [{ key: "a", place: "query", name: "a", style: "form", explode: false }] } },
    );
    expect(changeOf(operation("GET /a", { a: text }), joined)).toEqual({ what: ["input `a` is written in another style"], breaking: true });
  });

  it("tells breaking changes first, and no more than can be read", () => {
    const many = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`p${at}`, text]));
    const change = input({ old: text }, many);
    expect(change).toMatchObject({ breaking: true });
    const what = change && "what" in change ? change.what : [];
    expect([what[0], what.length, what.at(-1)]).toEqual(["input `old` is gone", 31, "and 21 more"]);
  });

  it("tells new words by themselves", () => {
    expect(changeOf(operation("GET /a", {}), operation("GET /a", {}, { question: "Which?" }))).toEqual({
      what: ["its words are new"],
      breaking: false,
    });
  });
});
