import { describe, expect, it } from "vitest";
import type { SpecOperation } from "../types";
import readText from "./worker";

const head = { openapi: "3.0.3", info: { title: "T", version: "1" }, servers: [{ url: "https://api.example.com/v1/" }] };
const swagger = {
  swagger: "2.0",
  info: { title: "T", version: "1" },
  host: "api.example.com",
  basePath: "/v1",
  schemes: ["http", "https"],
};

function specOf(document: object) {
  const read = readText({ text: JSON.stringify(document) });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.spec;
}

function only(
  operation: object,
  { path = "/a", method = "get", ...more }: { path?: string; method?: string; [word: string]: unknown } = {},
): SpecOperation {
  const [first] = specOf({ ...head, ...more, paths: { [path]: { [method]: operation } } }).operations;
  if (!first) throw new Error("skipped");
  return first;
}

const query = (schema: object, more: object = {}) => ({ parameters: [{ name: "q", in: "query", schema, ...more }] });
const schemaOf = (schema: object, document: object = {}) =>
  (only(query(schema), { ...document }).shape.input.properties as Record<string, unknown>).q;
const body = (schema: object, type = "application/json", more: object = {}) => ({
  requestBody: { required: true, content: { [type]: { schema, ...more } } },
});
const notes = (document: object) => specOf(document).notes.map(({ code }) => code);

describe("schemas", () => {
  it.each<[object, object]>([
    [
      { type: "string", nullable: true, enum: ["a"] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [
      { type: "integer", minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false },
      { type: "integer", exclusiveMinimum: 1, maximum: 9 },
    ],
    [{ allOf: [{ type: "object" }], nullable: true }, { anyOf: [{ allOf: [{ type: "object" }] }, { type: "null" }] }],
    [
      { type: "string", pattern: "^(a+)+$" },
      { type: "string", description: "Pattern: ^(a+)+$" },
    ],
    [
      { type: "string", example: "x", description: "<script>alert(1)</script> a\u202e\u0000 b" },
      { type: "string", examples: ["x"], description: "alert(1) a b" },
    ],
    [
      { type: "array", items: { type: "string" }, "x-code": "y", $id: "http://evil/", $schema: "z", patternProperties: { a: {} } },
      { type: "array", items: { type: "string" } },
    ],
    [{ type: "string", maxLength: -1, minLength: 1.5, multipleOf: 0 }, { type: "string" }],
    [{ type: "string", default: "d".repeat(5_000) }, { type: "string" }],
  ])("%j becomes %j", (given, wanted) => {
    expect(schemaOf(given)).toEqual(wanted);
  });

  it("refer to definitions that go along, only those that are needed, also in circles", () => {
    const Node = {
      type: "object",
      properties: { next: { $ref: "#/components/schemas/Node" }, at: { $ref: "#/components/schemas/Big~1At" } },
    };
    const components = { schemas: { Node, "Big/At": { type: "integer" }, Other: {} } };
    const { shape } = only(
      { responses: { 200: { content: { "application/json": { schema: { $ref: "#/components/schemas/Node" } } } } } },
      { components },
    );
    expect(shape.output).toEqual({
      $ref: "#/$defs/Node",
      $defs: {
        Node: { type: "object", properties: { next: { $ref: "#/$defs/Node" }, at: { $ref: "#/$defs/Big_1At" } } },
        Big_1At: { type: "integer" },
      },
    });
  });

  it("that refer to nothing may be anything, and are noted", () => {
    const spec = specOf({ ...head, paths: { "/a": { get: query({ $ref: "#/components/schemas/Gone" }) } } });
    expect(spec.operations).toHaveLength(1);
    expect(spec.notes).toContainEqual(expect.objectContaining({ code: "ref_not_found" }));
  });

  it("keep names of the prototype out", () => {
    const properties = JSON.parse('{"__proto__":{"type":"string"},"constructor":{"type":"string"},"ok":{"type":"string"}}') as object;
    expect(schemaOf({ type: "object", properties, required: ["__proto__", "ok"] })).toEqual({
      type: "object",
      properties: { ok: { type: "string" } },
      required: ["ok"],
    });
    expect(({} as { type?: string }).type).toBeUndefined();
  });

  it("of what only the server writes are not asked for", () => {
    const { shape } = only(
      body({ type: "object", properties: { id: { type: "string", readOnly: true }, name: { type: "string" } }, required: ["id", "name"] }),
      { method: "post" },
    );
    expect(shape.input).toEqual({
      type: "object",
      properties: { name: { type: "string" } },
      required: ["name"],
      additionalProperties: false,
    });
  });

  it("with more in them than is kept leave the answer unheld, or the operation out", () => {
    const properties = Object.fromEntries(Array.from({ length: 25_000 }, (_, at) => [`p${at}`, { type: "string" }]));
    const huge = { type: "object", properties };
    const spec = specOf({
      ...head,
      paths: { "/a": { get: { responses: { 200: { content: { "application/json": { schema: huge } } } } }, post: body(huge) } },
    });
    expect(spec.operations.map(({ key, shape }) => [key, shape.output])).toEqual([["GET /a", null]]);
    expect(spec.notes.map(({ code }) => code)).toEqual(expect.arrayContaining(["output_left_out", "operation_skipped"]));
  });
});

describe("parameters", () => {
  it("of the path and of the operation come together, the operation's own winning", () => {
    const item = {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
        { name: "q", in: "query", schema: {} },
      ],
      get: query({ type: "integer" }, { required: true }),
    };
    const [operation] = specOf({ ...head, paths: { "/a/{id}/{other}": item } }).operations;
    expect(operation?.shape.parts.map(({ key, place }) => `${place} ${key}`)).toEqual(["path other", "path id", "query q"]);
    expect(operation?.shape.input).toMatchObject({ required: ["other", "id", "q"], properties: { q: { type: "integer" } } });
    expect(operation?.example).toEqual({ other: "text", id: "text", q: 1 });
  });

  it.each<[object, object]>([
    [{}, {}],
    [
      { style: "form", explode: false },
      { style: "form", explode: false },
    ],
    [
      { style: "pipeDelimited", explode: false },
      { style: "pipeDelimited", explode: false },
    ],
    [
      { style: "deepObject", explode: true },
      { style: "deepObject", explode: true },
    ],
  ])("written as %j", (given, wanted) => {
    expect(only(query({ type: "array" }, given)).shape.parts).toEqual([{ key: "q", place: "query", name: "q", ...wanted }]);
  });

  it("that are JSON are written so", () => {
    const parameters = [{ name: "filter[by]", in: "query", content: { "application/json": { schema: { type: "object" } } } }];
    expect(only({ parameters }).shape.parts).toEqual([{ key: "filter_by", place: "query", name: "filter[by]", style: "json" }]);
  });

  it("that nobody may write are left out: held headers, cookies, keys", () => {
    const components = {
      securitySchemes: { key: { type: "apiKey", in: "query", name: "api_key" }, head: { type: "apiKey", in: "header", name: "X-Key" } },
    };
    const parameters = ["Host", "Authorization", "X-Forwarded-For", "X-Payment", "Cookie", "X-Key", "X-Units"].map((name) => ({
      name,
      in: "header",
      schema: {},
    }));
    const all = [
      ...parameters,
      { name: "session", in: "cookie", schema: {} },
      { name: "api_key", in: "query", required: true, schema: {} },
    ];
    expect(only({ parameters: all }, { components }).shape.parts.map(({ name }) => name)).toEqual(["X-Units"]);
  });

  it("that are needed and can't be sent leave the operation out", () => {
    for (const parameter of [
      { name: "s", in: "cookie", required: true },
      { name: "id", in: "path", required: true, style: "matrix" },
      { $ref: "#/components/parameters/Gone" },
    ]) {
      expect(notes({ ...head, paths: { "/a/{id}": { get: { parameters: [parameter] } } } })).toContain("operation_skipped");
    }
  });
});

describe("bodies", () => {
  const pet = { type: "object", properties: { name: { type: "string" }, id: { type: "integer" } }, required: ["name"] };

  it("that are plain objects become properties, through references and allOf", () => {
    const schema = { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object", properties: { age: { type: "integer" } } }] };
    const { shape } = only(body(schema), { method: "post", components: { schemas: { Pet: pet } } });
    expect(shape.parts.map(({ key, place }) => `${place} ${key}`)).toEqual(["body name", "body id", "body age"]);
    expect(shape).toMatchObject({ bodyType: "application/json", input: { required: ["name"], additionalProperties: false } });
  });

  it.each<[string, object]>([
    ["a list", { type: "array", items: pet }],
    ["one of several", { oneOf: [pet, { type: "object" }] }],
    ["open to any name", { ...pet, additionalProperties: true }],
  ])("that are %s stay whole", (_what, schema) => {
    const { shape } = only(body(schema), { method: "post" });
    expect(shape.parts).toEqual([{ key: "body", place: "whole", name: "" }]);
    expect(shape.input.required).toEqual(["body"]);
  });

  it("stay whole where a property has a parameter's name", () => {
    expect(only(body(pet), { method: "post", path: "/pets/{id}" }).shape.parts.map(({ place }) => place)).toEqual(["path", "whole"]);
  });

  it("that are forms, text and files", () => {
    const form = only(
      body({ ...pet, properties: { ...pet.properties, meta: { type: "object" } } }, "application/x-www-form-urlencoded", {
        encoding: { meta: { style: "deepObject", explode: true } },
      }),
      { method: "post" },
    );
    expect(form.shape).toMatchObject({
      bodyType: "application/x-www-form-urlencoded",
      parts: [{ key: "name" }, { key: "id" }, { key: "meta", style: "deepObject" }],
    });
    expect(only(body({}, "text/csv"), { method: "post" }).shape).toMatchObject({
      bodyType: "text/csv",
      input: { properties: { body: { type: "string" } } },
    });
    const file = only(body({ type: "string", format: "binary" }, "image/png"), { method: "put" });
    expect(file.shape.input.properties).toMatchObject({ body: { type: "string", contentEncoding: "base64" } });
    expect(notes({ ...head, paths: { "/a": { post: body({}, "multipart/form-data") } } })).toContain("operation_skipped");
  });

  it("give their own example", () => {
    expect(only(body(pet, "application/json", { example: { name: "Rex", id: 7, other: 1 } }), { method: "post" }).example).toEqual({
      name: "Rex",
      id: 7,
    });
  });
});

describe("Swagger 2", () => {
  it("has its parameters, bodies, forms and answers in other places", () => {
    const list = { name: "tags", in: "query", type: "array", items: { type: "string" } };
    const spec = specOf({
      ...swagger,
      produces: ["application/json"],
      securityDefinitions: { key: { type: "apiKey", in: "header", name: "X-Key" } },
      paths: {
        "/a": {
          get: {
            parameters: [list, { ...list, name: "multi", collectionFormat: "multi" }],
            responses: { 200: { description: "", schema: { type: "object", "x-nullable": true } } },
          },
        },
        "/b": { post: { parameters: [{ name: "it", in: "body", required: true, schema: { $ref: "#/definitions/Pet" } }], responses: {} } },
        "/c": { post: { parameters: [{ name: "f", in: "formData", type: "integer", required: true }], responses: {} } },
        "/d": { post: { parameters: [{ name: "f", in: "formData", type: "file" }], responses: {} } },
      },
      definitions: { Pet: { type: "object", properties: { name: { type: "string" } } } },
    });
    expect(spec).toMatchObject({
      format: "swagger-2.0",
      servers: ["https://api.example.com/v1", "http://api.example.com/v1"],
      auth: { kind: "header", name: "X-Key" },
    });
    const [a, b, c] = spec.operations;
    expect(spec.operations).toHaveLength(3);
    expect(a?.shape.parts).toEqual([
      { key: "tags", place: "query", name: "tags", style: "form", explode: false },
      { key: "multi", place: "query", name: "multi", style: "form", explode: true },
    ]);
    expect(a?.shape).toMatchObject({ output: { type: ["object", "null"] }, answerTypes: ["application/json"] });
    expect(b?.shape).toMatchObject({ bodyType: "application/json", parts: [{ key: "name", place: "body" }] });
    expect(c?.shape).toMatchObject({ bodyType: "application/x-www-form-urlencoded", input: { required: ["f"] } });
  });
});

describe("the description as a whole", () => {
  it("names its servers, with their variables filled in; relative and strange ones are none", () => {
    const servers = [
      { url: "https://{region}.example.com:{port}/v1", variables: { region: { default: "eu" }, port: { default: "8443" } } },
      { url: "/v2" },
      { url: "ftp://x" },
      { url: "https://a:b@example.com" },
      { url: "https://{gone}.example.com" },
    ];
    expect(specOf({ ...head, servers, paths: { "/a": { get: {} } } }).servers).toEqual(["https://eu.example.com:8443/v1"]);
    expect(notes({ ...head, servers: [], paths: { "/a": { get: {} } } })).toContain("server_unknown");
  });

  it("leaves out what is at another server, at a path that can't be sent, or no call", () => {
    const paths = {
      "/a": { get: {}, head: {} },
      "/b": { get: { servers: [{ url: "https://other.example.com" }] } },
      "/c?x=1": { get: {} },
      "/../d": { get: {} },
      "/e/{a}/{a}": { get: {} },
      "no-slash": { get: {} },
    };
    const spec = specOf({ ...head, paths });
    expect(spec.operations.map(({ key }) => key)).toEqual(["GET /a"]);
    expect(spec.notes.filter(({ code }) => code === "operation_skipped")).toHaveLength(5);
    expect(spec.notes.map(({ code }) => code)).toContain("method_not_sold");
  });

  it.each<[object, object | null]>([
    [{ type: "http", scheme: "bearer" }, { kind: "bearer" }],
    [{ type: "http", scheme: "Basic" }, { kind: "basic" }],
    [{ type: "oauth2", flows: {} }, { kind: "bearer" }],
    [
      { type: "apiKey", in: "query", name: "key" },
      { kind: "query", name: "key" },
    ],
    [{ type: "apiKey", in: "cookie", name: "key" }, null],
    [{ type: "apiKey", in: "header", name: "X\r\nHost: evil" }, null],
  ])("asks for its key by %j: %j", (scheme, auth) => {
    const spec = specOf({
      ...head,
      security: [{}, { it: [] }],
      components: { securitySchemes: { other: { type: "http", scheme: "digest" }, it: scheme } },
      paths: { "/a": { get: {} } },
    });
    expect(spec.auth).toEqual(auth);
  });

  it("gives names for addresses, each once", () => {
    const paths = {
      "/a": { get: { operationId: "listHTTPPetsByTag" }, post: { operationId: "list http pets by tag" } },
      "/pets/{id}": { get: {} },
      "/ü": { get: { operationId: "日本" } },
    };
    expect(specOf({ ...head, paths }).operations.map(({ name }) => name)).toEqual([
      "list-http-pets-by-tag",
      "list-http-pets-by-tag-2",
      "get-pets-id",
      "get-u",
    ]);
  });

  it("says in words what an operation is, as plain text and bounded", () => {
    const summary = `<b>Find</b>\n pets\u202e${"x".repeat(500)}`;
    const operation = only({ summary, description: "<script>x</script>".repeat(1_000), tags: ["a", "a", 5, "b\u0000"], deprecated: true });
    expect(operation.question.startsWith("Find pets")).toBe(true);
    expect([operation.question.length, operation.tags, operation.deprecated]).toEqual([120, ["a", "b"], true]);
    expect(/[<>]/.test(operation.description)).toBe(false);
    expect(operation.description.length).toBeLessThanOrEqual(2_000);
  });

  it("is noted where it breaks its own format, with the line", () => {
    const read = readText({
      text: 'openapi: 3.0.3\ninfo:\n  title: T\n  version: "1"\npaths:\n  /a:\n    get:\n      responses: {}\n      deprecated: perhaps\n',
    });
    expect(read.ok && read.spec.notes).toContainEqual(
      expect.objectContaining({ code: "format_broken", pointer: "/paths/~1a/get/deprecated", line: 9 }),
    );
  });
});
