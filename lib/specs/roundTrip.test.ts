import fc from "fast-check";
import { expect, it } from "vitest";
import type { InputPart, OperationShape, OwnSchema } from "@/lib/gateway/types";
import { fromRequest } from "./fromRequest";
import { toRequest } from "./toRequest";

const word = fc
  .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom(..."abzé09-_~.!*'()%&=+/?#[]{}@:;") })
  .filter((text) => !/^\.|[/\\]\.|%|\/$/.test(text));
const plain = fc.stringMatching(/^[a-z0-9]{1,6}$/);
const whole = fc.integer();
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));

type Value = { schema: OwnSchema; value: fc.Arbitrary<unknown> };
const scalars: Value[] = [
  { schema: { type: "string" }, value: word },
  { schema: { type: "integer" }, value: whole },
  { schema: { type: "number" }, value: number },
  { schema: { type: "boolean" }, value: fc.boolean() },
  { schema: { enum: ["a", 1, true] }, value: fc.constantFrom<unknown>("a", 1, true) },
];
const listOf = ({ schema, value }: Value): Value => ({
  schema: { type: "array", items: schema },
  value: fc.array(value, { minLength: 1, maxLength: 4 }),
});
const object = (open: boolean): Value => ({
  schema: {
    type: "object",
    properties: { r: { type: "integer" }, g: { type: "string" } },
    ...(open ? {} : { additionalProperties: false }),
  },
  value: fc.record({ r: whole, g: plain }),
});
const map: Value = {
  schema: { type: "object", additionalProperties: { type: "integer" } },
  value: fc.dictionary(plain, whole, { minKeys: 1, maxKeys: 3 }),
};
const cut = [...scalars.slice(1).map(listOf), listOf({ schema: { type: "string" }, value: plain })];
const nested: Value = {
  schema: {
    type: "object",
    properties: { by: { type: "object", properties: { n: { type: "integer" } } }, in: { type: "array", items: { type: "string" } } },
  },
  value: fc.record({ by: fc.record({ n: whole }), in: fc.array(word, { minLength: 1, maxLength: 3 }) }),
};
const json: Value = { schema: {}, value: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown) };

const kinds: [string, Omit<InputPart, "key" | "name">, Value[]][] = [
  ["path, simple", { place: "path" }, [...scalars, ...cut, map, object(false)]],
  ["path, simple, exploded", { place: "path", style: "simple", explode: true }, [...scalars, ...cut, map, object(true)]],
  ["query, form", { place: "query" }, [...scalars, ...scalars.map(listOf), object(true), object(false), map]],
  ["query, form, joined", { place: "query", style: "form", explode: false }, [...scalars, ...cut, map, object(false)]],
  ["query, spaces", { place: "query", style: "spaceDelimited", explode: false }, [...scalars, ...cut, map]],
  ["query, pipes", { place: "query", style: "pipeDelimited", explode: false }, [...scalars, ...cut, map]],
  ["query, deep", { place: "query", style: "deepObject", explode: true }, [map, object(true), nested, ...scalars.map(listOf)]],
  ["query, JSON", { place: "query", style: "json" }, [json]],
  ["header", { place: "header" }, [...scalars.slice(1), ...cut, map]],
  ["header, exploded", { place: "header", style: "simple", explode: true }, [...scalars.slice(1), ...cut, map]],
];

const names = ["a", "b", "c"];
/** Up to three parts; only one of them may be an object that spreads its names over the query. */
const parts = fc
  .uniqueArray(
    fc
      .constantFrom(...names)
      .chain((name) =>
        fc.constantFrom(...kinds).chain(([, rest, values]) => fc.constantFrom(...values).map((value) => ({ name, rest, value }))),
      ),
    { selector: ({ name }) => name, minLength: 1, maxLength: 3 },
  )
  .filter(
    (all) =>
      all.filter(
        ({ rest, value }) =>
          rest.place === "query" && rest.explode === undefined && rest.style === undefined && value.schema.type === "object",
      ).length < 2,
  );

const cases = parts.chain((all) => {
  const own: InputPart[] = all.map(({ name, rest }) => ({
    key: `key_${name}`,
    name: rest.place === "header" ? `x-${name}` : name,
    ...rest,
  }));
  const shape: OperationShape = {
    method: "GET",
    path: `/x${own
      .filter(({ place }) => place === "path")
      .map(({ name }) => `/{${name}}`)
      .join("")}`,
    parts: own,
    bodyType: null,
    input: { type: "object", properties: Object.fromEntries(all.map(({ name, value }) => [`key_${name}`, value.schema])) },
    output: null,
    answerTypes: [],
  };
  return fc
    .record(Object.fromEntries(all.map(({ name, value }) => [`key_${name}`, value.value.filter((made) => made !== null)])))
    .map((input) => ({ shape, input }));
});

it("an input is the same again after it was a request, in every style", () => {
  fc.assert(
    fc.property(cases, ({ shape, input }) => {
      // A name that is another parameter's own is refused, which is tested elsewhere.
      const keys = Object.values(input).flatMap((value) => (typeof value === "object" && value !== null ? Object.keys(value) : []));
      fc.pre(!keys.some((key) => names.includes(key)));
      const sent = toRequest(shape, input);
      const url = new URL(`http://x${sent.path}?${new URLSearchParams(sent.query)}`);
      expect(url.pathname).toBe(sent.path);
      const back = fromRequest(shape, {
        path: url.pathname,
        query: url.searchParams,
        headers: new Headers(sent.headers),
        contentType: null,
        body: "",
      });
      expect(back).toEqual({ ok: true, input });
    }),
    { numRuns: 1500 },
  );
});

it("a body is the same again, as JSON, as a form, as text and as bytes", () => {
  const back = (shape: OperationShape, input: Record<string, unknown>) => {
    const { body } = toRequest(shape, input);
    const sent = body === null ? "" : "text" in body ? body.text : body.bytes;
    return fromRequest(shape, {
      path: "/",
      query: new URLSearchParams(),
      headers: new Headers(),
      contentType: body?.contentType ?? null,
      body: sent,
    });
  };
  const base = { method: "POST" as const, path: "/", output: null, answerTypes: [] } satisfies Partial<OperationShape>;
  const wholePart: InputPart[] = [{ key: "body", place: "whole", name: "" }];
  const of = (bodyType: string, own: InputPart[], properties: object): OperationShape => ({
    ...base,
    bodyType,
    parts: own,
    input: { type: "object", properties },
  });
  fc.assert(
    fc.property(
      json.value,
      fc.string({ unit: "grapheme", minLength: 1 }),
      fc.uint8Array({ minLength: 1 }),
      nested.value,
      (value, text, bytes, deep) => {
        const object = { a: value, b_2: deep };
        const own: InputPart[] = [
          { key: "a", place: "body", name: "a" },
          { key: "b_2", place: "body", name: "b" },
        ];
        const base64 = Buffer.from(bytes).toString("base64");
        expect(back(of("application/json", own, {}), object)).toEqual({ ok: true, input: object });
        expect(back(of("application/vnd.x+json", wholePart, {}), { body: value })).toEqual({ ok: true, input: { body: value } });
        expect(back(of("text/plain", wholePart, {}), { body: text })).toEqual({ ok: true, input: { body: text } });
        expect(back(of("image/png", wholePart, { body: { type: "string", contentEncoding: "base64" } }), { body: base64 })).toEqual({
          ok: true,
          input: { body: base64 },
        });
        const form: InputPart[] = [
          { key: "t", place: "body", name: "t" },
          { key: "d", place: "body", name: "d", style: "deepObject" },
        ];
        expect(
          back(of("application/x-www-form-urlencoded", form, { t: { type: "string" }, d: nested.schema }), { t: text, d: deep }),
        ).toEqual({ ok: true, input: { t: text, d: deep } });
      },
    ),
    { numRuns: 300 },
  );
});
