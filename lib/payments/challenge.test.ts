import { beforeAll, describe, expect, it } from "vitest";
import { localSettings } from "@/lib/devnet/localSettings";
import type { OperationShape } from "@/lib/gateway/types";
import { echoTool } from "@/lib/testing/echoTool";
import type { Tool } from "@/lib/tools/define";
import { challenge, paymentRequired } from "./challenge";
import { decodeHeader } from "./wire";

beforeAll(() => void Object.assign(process.env, localSettings("postgres://x@127.0.0.1:1/x", "http://127.0.0.1:9", [])));

const facts = { resource: "http://market.test/api/v1/x", method: "POST" as const };

/** A tool with so many fields in its query, and a body that is text. */
function wideTool(fields: number): Tool {
  const names = Array.from({ length: fields }, (_, i) => `field_with_a_long_name_${i}`);
  const properties = Object.fromEntries([...names, "note"].map((name) => [name, { type: "string", maxLength: 100 }]));
  const shape: OperationShape = {
    method: "PATCH",
    path: "/x",
    parts: [...names.map((key) => ({ key, place: "query" as const, name: key })), { key: "note", place: "whole", name: "" }],
    bodyType: "text/plain",
    input: { type: "object", properties, required: ["note"] },
    output: null,
    answerTypes: ["text/csv"],
  };
  const { tool } = echoTool();
  return {
    ...tool,
    shape,
    schema: { ...tool.schema, json: { input: shape.input, output: {} } },
    definition: { ...tool.definition, slug: "a/b/c" },
  };
}

const headerOf = (tool: Tool) => paymentRequired(challenge(tool, facts)).headers["PAYMENT-REQUIRED"] ?? "";

describe("the 402 of a seller's tool", () => {
  it("names the real method, the places of the input and the kind of answer", () => {
    const header = decodeHeader(headerOf(wideTool(1)));
    expect(header).toMatchObject({
      resource: { mimeType: "text/csv" },
      extensions: {
        bazaar: {
          info: { input: { method: "PATCH", bodyType: "text" } },
          schema: { properties: { input: { properties: { body: { type: "string" } } } } },
        },
      },
    });
    const body = JSON.parse(String(paymentRequired(challenge(wideTool(1), facts)).body));
    expect(body.accepts[0].outputSchema.input).toMatchObject({
      method: "PATCH",
      bodyType: "text",
      bodyFields: { body: { required: true } },
    });
  });

  it.each([30, 120, 2_000])("with %i fields has a header that proxies let through", (fields) => {
    const header = headerOf(wideTool(fields));
    expect(header.length).toBeLessThanOrEqual(6_000);
    expect(decodeHeader(header)).toMatchObject({ x402Version: 2, accepts: [{ scheme: "exact" }] });
  });
});
