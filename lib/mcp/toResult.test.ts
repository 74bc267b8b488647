import { describe, expect, it } from "vitest";
import { jsonAnswer } from "@/lib/http";
import { encodeHeader } from "@/lib/payments/wire";
import { toResult } from "./toResult";

const ORIGIN = "https://market.example";

describe("answers as results", () => {
  it("a picture comes as content that clients show, and not as text", async () => {
    const image = { base64: "iVBORw0KGgo=", mime_type: "image/png", width: 1 };
    const result = await toResult(jsonAnswer(200, { url: "https://a.example", image }), ORIGIN, null);
    expect(result.structuredContent).toEqual({ url: "https://a.example", image: { mime_type: "image/png", width: 1 } });
    expect(result.content).toEqual([
      { type: "text", text: JSON.stringify(result.structuredContent) },
      { type: "image", data: image.base64, mimeType: "image/png" },
    ]);
  });

  it("an unknown outcome never asks to pay again", async () => {
    const receipt = encodeHeader({ success: false, errorReason: "settlement_pending" });
    const body = { state: "unknown", payment: "pay_1", status_url: "/api/payments/pay_1", message: "Not told yet.", hint: "…" };
    const result = await toResult(jsonAnswer(202, body, { "PAYMENT-RESPONSE": receipt, "X-Payment-Id": "pay_1" }), ORIGIN, 2);
    expect(result.isError).toBe(true);
    expect(result.structuredContent).toMatchObject({ state: "unknown", payment: "pay_1", status_url: `${ORIGIN}/api/payments/pay_1` });
    expect(result.structuredContent).not.toHaveProperty("accepts");
    expect(result.structuredContent?.hint).toMatch(/^Do not pay again/);
    expect(result._meta).toEqual({
      "x402/payment-response": { success: false, errorReason: "settlement_pending" },
      "x402.payment-response": { success: false, errorReason: "settlement_pending" },
      "x402/payment-id": "pay_1",
    });
  });

  it("who has shown version 1 gets that form alone", async () => {
    const body = { x402Version: 1, error: "…", code: "insufficient_funds", message: "m", accepts: [{ network: "base", outputSchema: {} }] };
    const header = encodeHeader({ x402Version: 2, error: "…", resource: {}, accepts: [{}], extensions: { bazaar: {} } });
    const v1 = await toResult(jsonAnswer(402, body, { "PAYMENT-REQUIRED": header }), ORIGIN, 1);
    expect(v1.structuredContent).toEqual({
      x402Version: 1,
      error: "insufficient_funds",
      code: "insufficient_funds",
      message: "m",
      accepts: [{ network: "base" }],
    });
    expect(v1.content).toEqual([{ type: "text", text: JSON.stringify(v1.structuredContent) }]);
    const v2 = await toResult(jsonAnswer(402, body, { "PAYMENT-REQUIRED": header }), ORIGIN, 2);
    expect(v2.structuredContent).toEqual({
      x402Version: 2,
      error: "insufficient_funds",
      code: "insufficient_funds",
      message: "m",
      resource: {},
      accepts: [{}],
    });
  });

  it("what a seller's API gave is shown as what it is, paid refusals as errors", async () => {
    const receipt = { "PAYMENT-RESPONSE": encodeHeader({ success: true, transaction: "0x1" }), "X-Payment-Id": "pay_1" };
    const given = (status: number, type: string, body: string | Uint8Array) =>
      toResult({ status, headers: { ...receipt, "content-type": type }, body }, ORIGIN, 2);
    expect((await given(200, "image/png", Buffer.from("png"))).content).toEqual([{ type: "image", data: "cG5n", mimeType: "image/png" }]);
    expect((await given(200, "application/zip", Buffer.from([0xff, 0xfe]))).content).toEqual([
      { type: "resource", resource: { uri: `${ORIGIN}/api/payments/pay_1`, mimeType: "application/zip", blob: "//4=" } },
    ]);
    const made = await given(201, "application/json", '{"id":1}');
    expect([made.structuredContent, made.isError]).toEqual([{ id: 1 }, undefined]);
    const refused = await given(404, "application/json", '{"error":"gone"}');
    expect([refused.structuredContent, refused.isError]).toEqual([{ error: "gone" }, true]);
    expect(refused._meta).toMatchObject({ "x402/payment-id": "pay_1" });
  });

  it("what is no JSON is text, and an error says when to come back", async () => {
    const csv = { status: 200, headers: {}, body: new TextEncoder().encode("a,b") };
    expect(await toResult(csv, ORIGIN, null)).toEqual({ content: [{ type: "text", text: "a,b" }] });
    const busy = await toResult(
      jsonAnswer(429, { error: "tool_busy", message: "m", docs: "/docs/errors#tool_busy" }, { "retry-after": "2" }),
      ORIGIN,
      null,
    );
    expect(busy).toMatchObject({
      isError: true,
      structuredContent: { error: "tool_busy", docs: `${ORIGIN}/docs/errors#tool_busy`, retry_after_seconds: 2 },
    });
  });
});
