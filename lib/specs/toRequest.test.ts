import { describe, expect, it } from "vitest";
import { CoinslotError } from "@/lib/errors";
import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { toRequest } from "./toRequest";

function shapeOf(path: string, parts: InputPart[], more: Partial<OperationShape> = {}): OperationShape {
  return { method: "GET", path, parts, bodyType: null, input: { type: "object" }, output: null, answerTypes: [], ...more };
}

function faultOf(shape: OperationShape, input: Record<string, unknown>): string | undefined {
  try {
    toRequest(shape, input);
  } catch (error) {
    if (CoinslotError.is(error)) return error.options.fields?.[0]?.field;
    throw error;
  }
  return undefined;
}

const city = shapeOf("/forecast/{city}", [{ key: "city", place: "path", name: "city" }]);
const query = (style: InputPart["style"], explode?: boolean): OperationShape =>
  shapeOf("/s", [{ key: "q", place: "query", name: "q", style, ...(explode === undefined ? {} : { explode }) }]);

describe("the path", () => {
  it("holds each part percent-encoded", () => {
    expect(toRequest(city, { city: "São Paulo/1?x#y" }).path).toBe("/forecast/S%C3%A3o%20Paulo%2F1%3Fx%23y");
  });

  it.each([".", "..", "", "../x", "a/../b", "..\\..", "%2e%2e", "%252e%252E/", "..;a=b", "a\nb", "a%00"])("refuses %j", (text) => {
    expect(faultOf(city, { city: text })).toBe("city");
  });

  it("refuses a part that is missing, and dots that several parts make together", () => {
    expect(faultOf(city, {})).toBe("city");
    const two = shapeOf("/x/{a}.{b}", [
      { key: "a", place: "path", name: "a" },
      { key: "b", place: "path", name: "b" },
    ]);
    expect(toRequest(two, { a: "x", b: "y" }).path).toBe("/x/x.y");
    expect(faultOf(two, { a: "x.y", b: "z" })).toBe("a");
  });

  it("writes lists and objects in simple style", () => {
    const at = (explode: boolean) => shapeOf("/x/{a}", [{ key: "a", place: "path", name: "a", style: "simple", explode }]);
    expect(toRequest(at(false), { a: ["1,2", 3] }).path).toBe("/x/1%2C2,3");
    expect(toRequest(at(false), { a: { r: 1, g: 2 } }).path).toBe("/x/r,1,g,2");
    expect(toRequest(at(true), { a: { r: 1, g: 2 } }).path).toBe("/x/r=1,g=2");
  });

  it("keeps the root, a slash at the end and what the template has encoded", () => {
    expect(toRequest(shapeOf("/", []), {}).path).toBe("/");
    expect(toRequest(shapeOf("/a/", []), {}).path).toBe("/a/");
    expect(toRequest(shapeOf("/a%20b/c d", []), {}).path).toBe("/a%20b/c%20d");
  });
});

describe("the query", () => {
  it.each<[InputPart["style"], boolean | undefined, unknown, [string, string][]]>([
    [undefined, undefined, "x y", [["q", "x y"]]],
    [
      "form",
      undefined,
      [1, 2],
      [
        ["q", "1"],
        ["q", "2"],
      ],
    ],
    ["form", false, [1, 2], [["q", "1,2"]]],
    [
      "form",
      true,
      { a: 1, b: true },
      [
        ["a", "1"],
        ["b", "true"],
      ],
    ],
    ["form", false, { a: 1, b: 2 }, [["q", "a,1,b,2"]]],
    ["spaceDelimited", false, ["a", "b"], [["q", "a b"]]],
    ["pipeDelimited", false, ["a", "b"], [["q", "a|b"]]],
    [
      "pipeDelimited",
      true,
      ["a", "b"],
      [
        ["q", "a"],
        ["q", "b"],
      ],
    ],
    [
      "deepObject",
      true,
      { a: { b: [1, 2] } },
      [
        ["q[a][b][0]", "1"],
        ["q[a][b][1]", "2"],
      ],
    ],
    ["json", undefined, { a: [1] }, [["q", '{"a":[1]}']]],
    ["form", undefined, [{ a: 1 }], [["q", '{"a":1}']]],
    ["form", undefined, [], []],
    ["form", undefined, null, []],
  ])("%s, explode %s: %j", (style, explode, value, pairs) => {
    expect(toRequest(query(style, explode), { q: value }).query).toEqual(pairs);
  });

  it.each<[InputPart["style"], unknown]>([
    ["form", ["a,b"]],
    ["spaceDelimited", ["a b"]],
    ["pipeDelimited", ["a|b"]],
    ["deepObject", { "a]": 1 }],
    ["form", ["\ud800"]],
    ["form", [null]],
  ])("%s refuses %j, which would be read as something else", (style, value) => {
    expect(faultOf(query(style, false), { q: value })).toBe("q");
  });

  it("refuses an open object that would write another parameter", () => {
    const shape = shapeOf("/s", [
      { key: "q", place: "query", name: "q" },
      { key: "limit", place: "query", name: "limit" },
    ]);
    expect(faultOf(shape, { q: { limit: 5 }, limit: 1 })).toBe("q");
  });

  it("takes nothing from the input's prototype", () => {
    expect(toRequest(shapeOf("/s", [{ key: "constructor", place: "query", name: "constructor" }]), {}).query).toEqual([]);
  });
});

describe("headers", () => {
  const named = (name: string) => shapeOf("/s", [{ key: "h", place: "header", name }]);

  it("are written, lists with commas", () => {
    expect(toRequest(named("X-Units"), { h: ["a", "b"] }).headers).toEqual({ "x-units": "a,b" });
  });

  it.each([
    "Host",
    "cookie",
    "Authorization",
    "content-length",
    "X-Payment",
    "x-payment-response",
    "payment-signature",
    "X-Forwarded-For",
    "sec-fetch-site",
    "proxy-authorization",
    "te",
    "upgrade",
    "bad name",
  ])("leave %s out, whatever the description says", (name) => {
    expect(toRequest(named(name), { h: "x" }).headers).toEqual({});
  });

  it.each(["a\r\nhost: b", "é", " a"])("refuse %j", (text) => {
    expect(faultOf(named("x-units"), { h: text })).toBe("h");
  });
});

describe("the body", () => {
  const parts: InputPart[] = [
    { key: "a", place: "body", name: "a" },
    { key: "b_2", place: "body", name: "b" },
  ];
  const whole = (bodyType: string, schema: object = {}) =>
    shapeOf("/s", [{ key: "body", place: "whole", name: "" }], {
      method: "POST",
      bodyType,
      input: { type: "object", properties: { body: schema } },
    });

  it("is one JSON object of its parts, under the upstream's names", () => {
    const shape = shapeOf("/s", parts, { method: "POST", bodyType: "application/json" });
    expect(toRequest(shape, { a: 1, b_2: null, other: 2 }).body).toEqual({ contentType: "application/json", text: '{"a":1,"b":null}' });
  });

  it("is a form of its parts", () => {
    const shape = shapeOf("/s", [...parts.slice(0, 1), { key: "m", place: "body", name: "m", style: "deepObject" }], {
      method: "POST",
      bodyType: "application/x-www-form-urlencoded",
    });
    expect(toRequest(shape, { a: ["x y", "&"], m: { k: "v" } }).body).toEqual({
      contentType: "application/x-www-form-urlencoded",
      text: "a=x+y&a=%26&m%5Bk%5D=v",
    });
  });

  it("is the value itself where it is whole", () => {
    expect(toRequest(whole("application/json"), { body: [1] }).body).toEqual({ contentType: "application/json", text: "[1]" });
    expect(toRequest(whole("text/plain"), { body: "é" }).body).toEqual({ contentType: "text/plain", text: "é" });
    expect(toRequest(whole("text/plain"), {}).body).toBeNull();
    expect(faultOf(whole("text/plain"), { body: 5 })).toBe("body");
  });

  it("is bytes where the input holds base64", () => {
    const shape = whole("image/png", { type: "string", contentEncoding: "base64" });
    expect(toRequest(shape, { body: "AP8=" }).body).toEqual({ contentType: "image/png", bytes: Uint8Array.of(0, 255) });
    expect(faultOf(shape, { body: "%%" })).toBe("body");
  });
});
