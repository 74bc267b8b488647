import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { HttpAnswer } from "@/lib/http";
import type { X402Version } from "@/lib/payments/types";
import { decodeHeader, isRecord } from "@/lib/payments/wire";
import { PAYMENT_ID_KEY, RECEIPT_KEYS } from "./keys";
import { paymentNeeded } from "./paymentNeeded";
import { rawContent } from "./rawContent";
import { answered, failed, withAddresses } from "./results";

/** What the pipeline answered, as a tool's result. The answer itself goes out once it is settled, and only then. */
export async function toResult(answer: HttpAnswer, origin: string, shown: X402Version | null): Promise<CallToolResult> {
  const bytes = await new Response(answer.body as BodyInit | null).bytes();
  const receipt = receiptOf(answer.headers);
  const id = headerOf(answer.headers, "X-Payment-Id");
  const result =
    receipt?.success === true && answer.status !== 202
      ? paidResult(answer, bytes, `coinslot://receipts/${id ?? ""}`)
      : otherResult(answer, bytes, origin, shown);
  const meta = {
    ...result._meta,
    ...(receipt ? Object.fromEntries(RECEIPT_KEYS.map((key) => [key, receipt])) : {}),
    ...(id ? { [PAYMENT_ID_KEY]: id } : {}),
  };
  return Object.keys(meta).length > 0 ? { ...result, _meta: meta } : result;
}

/** A seller's API may have said no with a status of its own, and be paid for that: said before anybody pays. */
function paidResult({ status, headers }: HttpAnswer, bytes: Uint8Array, uri: string): CallToolResult {
  const type = headerOf(headers, "content-type") ?? "application/json";
  const refused = status >= 400 ? { isError: true } : {};
  if (!/[/+]json\b/i.test(type)) return { ...rawContent(type, bytes, uri), ...refused };
  const text = Buffer.from(bytes).toString("utf8");
  const value = parse(text);
  return { ...(isRecord(value) ? withPicture(value) : answered(value, text)), ...refused };
}

function otherResult(answer: HttpAnswer, bytes: Uint8Array, origin: string, shown: X402Version | null): CallToolResult {
  const text = Buffer.from(bytes).toString("utf8");
  const value = parse(text);
  const body = isRecord(value) ? value : { message: text.slice(0, 1_000) };
  // Free answers, such as a quote.
  if (answer.status === 200) return isRecord(value) ? withPicture(value) : answered(value, text);
  if (answer.status === 402) return paymentNeeded(headerOf(answer.headers, "PAYMENT-REQUIRED"), body, shown);
  if (answer.status === 202) return failed(withAddresses({ ...body, hint: WAIT }, origin));
  const retry = Number(headerOf(answer.headers, "retry-after"));
  return failed(withAddresses({ ...body, ...(retry > 0 ? { retry_after_seconds: retry } : {}) }, origin));
}

const WAIT =
  "Do not pay again. Ask the free tool payment_status with this payment. Once it says settled, make this same call with this same payment: the answer is kept for you.";

/** A picture goes to where clients show pictures; its bytes as text would only fill a model's memory. */
function withPicture(value: Record<string, unknown>): CallToolResult {
  const { image } = value;
  if (!isRecord(image) || typeof image.base64 !== "string" || typeof image.mime_type !== "string") return answered(value);
  const { base64, ...facts } = image;
  const result = answered({ ...value, image: facts });
  return { ...result, content: [...result.content, { type: "image", data: base64, mimeType: image.mime_type }] };
}

function receiptOf(headers: Record<string, string>): Record<string, unknown> | null {
  const header = headerOf(headers, "PAYMENT-RESPONSE") ?? headerOf(headers, "X-PAYMENT-RESPONSE");
  return header ? decodeHeader(header) : null;
}

function headerOf(headers: Record<string, string>, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(headers).find(([key]) => key.toLowerCase() === wanted)?.[1];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
