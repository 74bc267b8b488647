import Ajv2020 from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { OwnSchema } from "@/lib/gateway/types";
import { compileCheck } from "./checkInput";

const faultsOf = (schema: OwnSchema, value: unknown) => compileCheck(schema)(value);
const fields = (schema: OwnSchema, value: unknown) => faultsOf(schema, value).map(({ field }) => field);

describe("a value against a schema", () => {
  const place = {
    type: "object",
    properties: {
      city: { type: "string", minLength: 1, maxLength: 5 },
      days: { type: "integer", minimum: 1, maximum: 7 },
      by: { type: "object", properties: { tags: { type: "array", items: { enum: ["a", "b"] } } }, required: ["tags"] },
    },
    required: ["city"],
    additionalProperties: false,
  };

  it("names every field that doesn't fit, and says why", () => {
    expect(faultsOf(place, { days: 9, by: { tags: ["a", "c"] }, page: 1 })).toEqual([
      { field: "city", message: "It is needed." },
      { field: "days", message: "It has to be 7 or less." },
      { field: "by.tags.1", message: 'It has to be one of: "a", "b".' },
      { field: "page", message: "There is no input of this name." },
    ]);
    expect(faultsOf(place, { city: "Porto", days: 3, by: { tags: [] } })).toEqual([]);
    expect(faultsOf(place, 5)).toEqual([{ field: "(input)", message: "It has to be an object." }]);
  });

  it.each<[string, OwnSchema, unknown[], unknown[]]>([
    ["types", { type: ["integer", "null"] }, [1, null, 2.0], ["1", 1.5, true]],
    ["numbers", { exclusiveMinimum: 0, multipleOf: 0.01 }, [19.99, 0.01], [0, 0.005]],
    ["characters, not their halves", { minLength: 2, maxLength: 2 }, ["🦊🦊", "ab"], ["🦊", "🦊🦊🦊"]],
    ["const", { const: { a: [1] } }, [{ a: [1] }], [{ a: [2] }, {}]],
    [
      "lists",
      { prefixItems: [{ type: "string" }], items: { type: "integer" }, minItems: 1, maxItems: 3 },
      [["a"], ["a", 1]],
      [[], [1], ["a", "b"], ["a", 1, 2, 3]],
    ],
    [
      "different items",
      { uniqueItems: true },
      [[1, "1", { a: 1 }, { a: 2 }]],
      [
        [1, 1],
        [
          { a: 1, b: 2 },
          { b: 2, a: 1 },
        ],
      ],
    ],
    ["what a list contains", { contains: { const: 1 }, maxContains: 1 }, [[1, 2]], [[2], [1, 1]]],
    ["counts of properties", { minProperties: 1, maxProperties: 1 }, [{ a: 1 }], [{}, { a: 1, b: 2 }]],
    ["names of properties", { propertyNames: { maxLength: 1 } }, [{ a: 1 }], [{ ab: 1 }]],
    ["other properties", { properties: { a: {} }, additionalProperties: { type: "integer" } }, [{ a: "x", b: 1 }], [{ b: "x" }]],
    [
      "all, any, one, none",
      {
        allOf: [{ minimum: 1 }],
        anyOf: [{ maximum: 5 }, { minimum: 8 }],
        oneOf: [{ multipleOf: 2 }, { multipleOf: 3 }],
        not: { const: 4 },
      },
      [2, 3, 9],
      [0, 7, 12, 4],
    ],
    [
      "conditions",
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      { if: { required: ["a"] }, then: { required: ["b"] }, else: { required: ["c"] } },
      [{ a: 1, b: 1 }, { c: 1 }],
      [{ a: 1 }, {}],
    ],
    ["dependencies", { dependentSchemas: { a: { required: ["b"] } } }, [{ a: 1, b: 1 }, {}], [{ a: 1 }]],
    ["dates", { format: "date-time" }, ["2026-01-31T12:00:00Z", 5], ["2026-01-31", "2026-02-30T12:00:00Z"]],
    ["identifiers", { format: "uuid" }, ["3fa85f64-5717-4562-b3fc-2c963f66afa6"], ["3fa85f64"]],
    ["addresses", { format: "uri" }, ["https://example.com/a?b#c"], ["example.com", "http: x"]],
    ["mail", { format: "email" }, ["a.b@example.com"], ["a@", "@b", "a b@c.d"]],
    ["32 bits", { format: "int32" }, [2 ** 31 - 1], [2 ** 31]],
    ["formats nobody knows", { format: "license-plate" }, ["x"], []],
    ["nothing", { not: {} }, [], [1, null]],
  ])("%s", (_what, schema, good, bad) => {
    for (const value of good) expect(faultsOf(schema, value), JSON.stringify(value)).toEqual([]);
    for (const value of bad) expect(faultsOf(schema, value), JSON.stringify(value)).not.toEqual([]);
  });

  it("tells what the nearest form lacks where only null is beside it", () => {
    expect(faultsOf({ properties: { a: { anyOf: [{ type: "object", required: ["b"] }, { type: "null" }] } } }, { a: {} })).toEqual([
      { field: "a.b", message: "It is needed." },
    ]);
  });

  it("follows recursion", () => {
    const schema = {
      $ref: "#/$defs/Node",
      $defs: { Node: { type: "object", properties: { next: { $ref: "#/$defs/Node" }, value: { type: "integer" } }, required: ["value"] } },
    };
    expect(fields(schema, { value: 1, next: { value: 2, next: {} } })).toEqual(["next.next.value"]);
  });

  it("takes names of the prototype for nothing special", () => {
    const value = JSON.parse('{"__proto__": 1, "constructor": 2}') as unknown;
    expect(fields({ properties: {}, additionalProperties: false }, value)).toEqual(["__proto__", "constructor"]);
    expect(fields({ required: ["toString"] }, {})).toEqual(["toString"]);
    expect(faultsOf({ type: "constructor" }, {})).toHaveLength(1);
  });
});

describe("schemas and values that were made to do harm", () => {
  const within = (milliseconds: number, run: () => unknown) => {
    const started = performance.now();
    const made = run();
    expect(performance.now() - started).toBeLessThan(milliseconds);
    return made;
  };
  const tooComplex = [{ field: "(input)", message: "It is too complex to be checked by its schema." }];

  it("recursion that doubles at each step ends, and is a fault", () => {
    const twice = { required: ["z"], properties: { a: { $ref: "#/$defs/A" } } };
    const schema = { $ref: "#/$defs/A", $defs: { A: { anyOf: [twice, twice] } } };
    let value: unknown = {};
    for (let depth = 0; depth < 60; depth++) value = { a: value };
    expect(within(10_000, () => faultsOf(schema, value))).toEqual(tooComplex);
  });

  it("a schema that only refers to itself ends", () => {
    expect(faultsOf({ $ref: "#" }, 1)).toEqual(tooComplex);
    expect(faultsOf({ $ref: "#/$defs/gone" }, 1)).toEqual([]);
  });

  it("a pattern is never run", () => {
    expect(
      within(10_000, () => faultsOf({ type: "string", pattern: "^(a+)+$", patternProperties: { "^(a+)+$": false } }, `${"a".repeat(40)}!`)),
    ).toEqual([]);
  });

  it("a list whose items all have to be compared ends", () => {
    const list = Array.from({ length: 20_000 }, (_, at) => ({ at }));
    expect(within(10_000, () => faultsOf({ uniqueItems: true }, list))).toEqual(tooComplex);
  });

  it("text that formats take long to refuse is refused at once", () => {
    const texts = Array.from({ length: 500 }, () => `a@${"a-".repeat(2_000)}!`);
    for (const format of ["email", "uri", "url", "hostname", "ipv6", "date-time", "duration"]) {
      within(10_000, () => faultsOf({ items: { format } }, texts));
    }
  });

  it("an honest table of a hundred thousand values is checked", () => {
    const rows = Array.from({ length: 10_000 }, (_, at) =>
      Object.fromEntries(Array.from({ length: 9 }, (_, column) => [`c${column}`, at])),
    );
    const row = {
      type: "object",
      properties: Object.fromEntries(
        Array.from({ length: 9 }, (_, column) => [`c${column}`, { anyOf: [{ type: "integer" }, { type: "null" }] }]),
      ),
    };
    expect(within(10_000, () => faultsOf({ type: "array", items: row }, rows))).toEqual([]);
  });

  it("no more than twenty faults are told", () => {
    expect(
      faultsOf(
        { items: { type: "string" } },
        Array.from({ length: 1_000 }, () => 1),
      ),
    ).toHaveLength(20);
  });
});

it("finds what a well-known validator finds, over many schemas and values", () => {
  const leaf = fc.oneof(
    fc.record({ type: fc.constantFrom("string", "integer", "number", "boolean", "null", "array", "object") }),
    fc.record({ minimum: fc.integer({ min: -3, max: 3 }), maximum: fc.integer({ min: -3, max: 5 }) }),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom<unknown>(1, "a", null, true), { minLength: 1 }) }),
    fc.record({ minLength: fc.nat(2) }),
    fc.constant({}),
  );
  const { schema } = fc.letrec<{ schema: OwnSchema }>((tie) => ({
    schema: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.record(
        {
          type: fc.constant("object"),
          properties: fc.record({ a: tie("schema"), b: tie("schema") }, { requiredKeys: [] }),
          required: fc.uniqueArray(fc.constantFrom("a", "b")),
          additionalProperties: fc.oneof(fc.boolean(), tie("schema")),
        },
        { requiredKeys: ["properties"] },
      ),
      fc.record(
        {
          items: tie("schema"),
          prefixItems: fc.array(tie("schema"), { minLength: 1, maxLength: 2 }),
          minItems: fc.nat(2),
          uniqueItems: fc.boolean(),
        },
        { requiredKeys: ["items"] },
      ),
      fc.record({ anyOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ oneOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }) }),
      fc.record({ allOf: fc.array(tie("schema"), { minLength: 1, maxLength: 3 }), not: tie("schema") }, { requiredKeys: ["allOf"] }),
      // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
      fc.record({ if: tie("schema"), then: tie("schema"), else: tie("schema") }, { requiredKeys: ["if"] }),
    ),
  }));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: "small" },
      fc.constantFrom<unknown>(1, 0, -2, 1.5, "", "a", "abc", null, true),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.record({ a: tie("value"), b: tie("value"), c: tie("value") }, { requiredKeys: [] }),
    ),
  }));
  const ajv = new Ajv2020({ strict: false, logger: false });
  fc.assert(
    fc.property(schema, fc.array(value, { minLength: 3, maxLength: 6 }), (made, values) => {
      const validate = ajv.compile(JSON.parse(JSON.stringify(made)) as OwnSchema);
      for (const raw of values) {
        const one = JSON.parse(JSON.stringify(raw)) as unknown;
        expect(faultsOf(made, one).length === 0).toBe(verdictOf(() => validate(one)) ?? faultsOf(made, one).length === 0);
      }
    }),
    { numRuns: 300 },
  );
});

/** It makes code of a schema, and for some of them code that throws: then it has no verdict. */
function verdictOf(run: () => unknown): boolean | null {
  try {
    return run() === true;
  } catch (error) {
    if (error instanceof ReferenceError) return null;
    throw error;
  }
}
