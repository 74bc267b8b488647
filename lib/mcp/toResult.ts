import { isUtf8 } from "node:buffer";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import type { HttpAnswer } from "@/lib/http";
import type { X402Version } from "@/lib/payments/types";
import { decodeHeader, isRecord } from "@/lib/payments/wire";
import { PAYMENT_ID_KEY, RECEIPT_KEYS } from "./keys";
import { paymentNeeded } from "./paymentNeeded";
import { answered, failed, withAddresses } from "./results";

/** What the pipeline answered, as a tool's result. The answer itself goes out with 200 only: settled. */
export async function toResult(answer: HttpAnswer, origin: string, shown: X402Version | null): Promise<CallToolResult> {
  const bytes = Buffer.from(await new Response(answer.body as BodyInit | null).arrayBuffer());
  const receipt = receiptOf(answer.headers);
  const id = headerOf(answer.headers, "X-Payment-Id");
  const result = resultOf(answer, bytes, { origin, shown, id, paid: receipt?.success === true });
  const meta = {
    ...result._meta,
    ...(receipt ? Object.fromEntries(RECEIPT_KEYS.map((key) => [key, receipt])) : {}),
    ...(id ? { [PAYMENT_ID_KEY]: id } : {}),
  };
  return Object.keys(meta).length > 0 ? { ...result, _meta: meta } : result;
}

type Said = {
  origin: string;
  shown: X402Version | null;
  id: string | undefined /** It is settled: this is the answer, whatever its status. */;
  paid: boolean;
};

function resultOf(answer: HttpAnswer, bytes: Buffer, { origin, shown, id, paid }: Said): CallToolResult {
  if (answer.status === 200 || paid) {
    const result = givenOn(bytes, headerOf(answer.headers, "content-type") ?? "", `${origin}/api/payments/${id ?? ""}`);
    return answer.status < 400 ? result : { ...result, isError: true };
  }
  const text = bytes.toString("utf8");
  const value = parse(text);
  const body = isRecord(value) ? value : { message: text.slice(0, 1_000) };
  if (answer.status === 402) return paymentNeeded(headerOf(answer.headers, "PAYMENT-REQUIRED"), body, shown);
  if (answer.status === 202) return failed(withAddresses({ ...body, hint: WAIT }, origin));
  const retry = Number(headerOf(answer.headers, "retry-after"));
  return failed(withAddresses({ ...body, ...(retry > 0 ? { retry_after_seconds: retry } : {}) }, origin));
}

/** An answer of any kind: JSON and other text as text, pictures and sounds where clients show them, the rest as a file. */
function givenOn(bytes: Buffer, contentType: string, uri: string): CallToolResult {
  const type = (contentType.split(";")[0] ?? "").trim().toLowerCase();
  const [kind] = type.split("/");
  if (kind === "image" || kind === "audio") return { content: [{ type: kind, data: bytes.toString("base64"), mimeType: type }] };
  if (!isUtf8(bytes))
    return {
      content: [{ type: "resource", resource: { uri, mimeType: type || "application/octet-stream", blob: bytes.toString("base64") } }],
    };
  const text = bytes.toString("utf8");
  const value = parse(text);
  return isRecord(value) ? withPicture(value) : answered(value, text);
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
