import { describe, expect, it } from "vitest";
import type { InputPart, OperationShape, OwnSchema } from "@/lib/gateway/types";
import { findOperation } from "./findOperation";
import { fromRequest, type GivenRequest } from "./fromRequest";

function shapeOf(
  path: string,
  parts: InputPart[],
  properties: Record<string, OwnSchema>,
  more: Partial<OperationShape> = {},
): OperationShape {
  return { method: "GET", path, parts, bodyType: null, input: { type: "object", properties }, output: null, answerTypes: [], ...more };
}

function given(path: string, more: Partial<GivenRequest> = {}): GivenRequest {
  const url = new URL(path, "http://x");
  return { path: url.pathname, query: url.searchParams, headers: new Headers(), contentType: null, body: "", ...more };
}

const search = shapeOf(
  "/search/{kind}",
  [
    { key: "kind", place: "path", name: "kind" },
    { key: "q", place: "query", name: "q" },
    { key: "days", place: "query", name: "days" },
    { key: "exact", place: "query", name: "exact" },
    { key: "tags", place: "query", name: "tag" },
    { key: "lang", place: "header", name: "Accept-Language" },
  ],
  {
    kind: { type: "integer" },
    q: { type: "string" },
    days: { anyOf: [{ $ref: "#/$defs/Days" }, { type: "null" }] },
    exact: { type: "boolean" },
    tags: { type: "array", items: { type: "integer" } },
    lang: { type: "string" },
  },
);
(search.input as { $defs?: object }).$defs = { Days: { type: "number" } };

describe("what a request stands for", () => {
  it("is typed as the schema wants it", () => {
    const read = fromRequest(
      search,
      given("/search/7?q=12&days=1.5&exact=true&tag=1&tag=2", { headers: new Headers({ "accept-language": "de, en", "x-other": "1" }) }),
    );
    expect(read).toEqual({ ok: true, input: { kind: 7, q: "12", days: 1.5, exact: true, tags: [1, 2], lang: "de, en" } });
  });

  it("stays text where it can't be read so, which the schema refuses then", () => {
    const read = fromRequest(search, given("/search/0x10?days=&exact=yes&tag=12345678901234567890"));
    expect(read).toEqual({ ok: true, input: { kind: "0x10", days: "", exact: "yes", tags: ["12345678901234567890"] } });
  });

  it("names parameters that would be lost, and those given twice", () => {
    const read = fromRequest(search, given("/search/1?days=1&days=2&page=3&__proto__=4"));
    expect(read).toEqual({
      ok: false,
      fields: [
        { field: "days", message: "It is given more than once." },
        { field: "page", message: "This operation has no query parameter of this name." },
        { field: "__proto__", message: "This operation has no query parameter of this name." },
      ],
    });
  });

  it("is not there for another path, or one that is not encoded rightly", () => {
    expect(fromRequest(search, given("/other/1")).ok).toBe(false);
    expect(fromRequest(search, given("/search/%E0%A4%A"))).toMatchObject({ ok: false, fields: [{ field: "kind" }] });
  });

  it("leaves held headers alone even where a description names them", () => {
    const shape = shapeOf("/", [{ key: "c", place: "header", name: "Cookie" }], { c: { type: "string" } });
    expect(fromRequest(shape, given("/", { headers: new Headers({ cookie: "a=b" }) }))).toEqual({ ok: true, input: {} });
  });
});

describe("a body", () => {
  const json = shapeOf(
    "/",
    [
      { key: "a", place: "body", name: "a" },
      { key: "b_2", place: "body", name: "b" },
    ],
    { a: { type: "integer" }, b_2: {} },
    { method: "POST", bodyType: "application/json" },
  );
  const form = { ...json, bodyType: "application/x-www-form-urlencoded" };

  it("is read as JSON or as a form", () => {
    expect(fromRequest(json, given("/", { body: '{"a":1,"b":[null]}' }))).toEqual({ ok: true, input: { a: 1, b_2: [null] } });
    expect(fromRequest(form, given("/", { body: "a=1&b=x+y" }))).toEqual({ ok: true, input: { a: 1, b_2: "x y" } });
    expect(fromRequest(form, given("/", { body: '{"a":1}', contentType: "application/json" }))).toEqual({ ok: true, input: { a: 1 } });
  });

  it.each([
    ["{", "(body)"],
    ["[1]", "(body)"],
    ['{"a":12345678901234567890}', "(body)"],
    ['{"c":1}', "c"],
    ['{"__proto__":{"polluted":1}}', "__proto__"],
  ])("%s is refused at %s", (body, field) => {
    expect(fromRequest(json, given("/", { body }))).toMatchObject({ ok: false, fields: [{ field }] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("is refused where none is taken, and where it is not text", () => {
    expect(fromRequest(search, given("/search/1", { body: "{}" }))).toMatchObject({ ok: false, fields: [{ field: "(body)" }] });
    expect(fromRequest(json, given("/", { body: Uint8Array.of(255) }))).toMatchObject({ ok: false, fields: [{ field: "(body)" }] });
  });

  it("is base64 in the input where it is bytes", () => {
    const file = shapeOf(
      "/",
      [{ key: "body", place: "whole", name: "" }],
      { body: { type: "string", contentEncoding: "base64" } },
      { method: "POST", bodyType: "image/png" },
    );
    expect(fromRequest(file, given("/", { body: Uint8Array.of(0, 255) }))).toEqual({ ok: true, input: { body: "AP8=" } });
  });
});

describe("the operation of a request", () => {
  const at = (method: OperationShape["method"], path: string) => ({ method, path });
  const shapes = [
    at("GET", "/pets/{id}"),
    at("GET", "/pets/mine"),
    at("DELETE", "/pets/{id}"),
    at("GET", "/{a}/mine"),
    at("GET", "/pets/{id}.json"),
    at("GET", "/"),
  ];

  it.each([
    ["GET", "/pets/7", shapes[0]],
    ["GET", "/pets/mine", shapes[1]],
    ["GET", "/pets/mine/", shapes[1]],
    ["GET", "/pets/%6Dine", shapes[1]],
    ["DELETE", "/pets/mine", shapes[2]],
    ["GET", "/cats/mine", shapes[3]],
    ["GET", "/pets/7.json", shapes[4]],
    ["GET", "/", shapes[5]],
  ])("%s %s", (method, path, shape) => {
    expect(findOperation(shapes, method, path)).toEqual({ kind: "found", shape });
  });

  it("tells another method from no such path", () => {
    expect(findOperation(shapes, "POST", "/pets/7")).toEqual({ kind: "other_method", allowed: ["GET", "DELETE"] });
    expect(findOperation(shapes, "GET", "/pets")).toEqual({ kind: "none" });
    expect(findOperation(shapes, "GET", "/pets//")).toEqual({ kind: "none" });
  });
});
