import { AjvJsonSchemaValidator } from "@modelcontextprotocol/sdk/validation/ajv";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { jsonSchema } from "@/lib/tools/jsonSchema";
import { inOnePiece, inputSchema, outputSchema } from "./schemas";

const valid = (schema: object, value: unknown) => new AjvJsonSchemaValidator().getValidator(schema)(value).valid;

describe("schemas over MCP", () => {
  it("are objects at the root, whatever the tool takes", () => {
    const choice = z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]);
    expect(inputSchema(jsonSchema(choice, "input"))).toMatchObject({ type: "object", anyOf: [{}, {}] });
    expect(inputSchema(jsonSchema(z.looseObject({}), "input"))).toMatchObject({ type: "object", additionalProperties: {} });
  });

  it("admit an answer, a 402 and a failure, and nothing else", () => {
    const schema = outputSchema(jsonSchema(z.object({ text: z.string() }), "output")) ?? {};
    expect(valid(schema, { text: "hi" })).toBe(true);
    expect(valid(schema, { x402Version: 2, accepts: [] })).toBe(true);
    expect(valid(schema, { error: "tool_failed", message: "It broke." })).toBe(true);
    for (const wrong of [{}, { text: 5 }, { other: 1 }]) expect(valid(schema, wrong)).toBe(false);
  });

  it("keep shared parts where they are looked for", () => {
    const part = z.object({ n: z.number() }).meta({ id: "Part" });
    const schema = outputSchema(jsonSchema(z.object({ a: part, b: part }), "output")) ?? {};
    expect(valid(schema, { a: { n: 1 }, b: { n: 2 } })).toBe(true);
    expect(valid(schema, { a: { n: 1 }, b: { n: "2" } })).toBe(false);
  });

  it("say nothing of an answer that holds itself", () => {
    const tree = z.object({
      get children() {
        return z.array(tree);
      },
    });
    expect(outputSchema(jsonSchema(tree, "output"))).toBeNull();
  });

  it("leave out a picture's bytes and the wish for a stream", () => {
    const image = z.object({ base64: z.string(), mime_type: z.string() });
    const schema = outputSchema(jsonSchema(z.object({ image }), "output")) ?? {};
    expect(valid(schema, { image: { mime_type: "image/png" } })).toBe(true);
    const chat = jsonSchema(z.looseObject({ model: z.string(), stream: z.boolean() }), "input");
    expect(inputSchema(chat)).toMatchObject({ properties: { model: {} }, required: ["model"] });
    expect(Object.keys(inputSchema(chat).properties ?? {})).toEqual(["model"]);
    expect(inOnePiece(chat, { model: "m", stream: true, stream_options: {} })).toEqual({ model: "m", stream: false });
    expect(inOnePiece(chat, { model: "m" })).toEqual({ model: "m" });
    expect(inOnePiece({ type: "object", properties: {} }, { stream: true })).toEqual({ stream: true });
  });
});
