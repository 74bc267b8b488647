import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { fromBase64 } from "./base64";
import { bodyKind } from "./bodyKind";
import { requestFault } from "./requestFault";
import { writePairs } from "./writeValue";

export type PlainBody = { contentType: string; text: string } | { contentType: string; bytes: Uint8Array };

/** The body of an input; null where there is none. Throws `invalid_input` for what can't be written. */
export function writeBody(shape: OperationShape, given: (part: InputPart) => unknown): PlainBody | null {
  const kind = bodyKind(shape);
  const contentType = shape.bodyType ?? "";
  if (kind === "none") return null;
  const whole = shape.parts.find(({ place }) => place === "whole");
  const parts = shape.parts.filter(({ place }) => place === "body");
  if (kind === "form") return { contentType, text: formOf(parts, given) };
  if (!whole) return kind === "json" ? { contentType, text: objectOf(parts, given) } : null;
  const value = given(whole);
  if (value === undefined) return null;
  if (kind === "json") return { contentType, text: JSON.stringify(value) };
  if (typeof value !== "string") throw requestFault(whole.key, "It is sent as it is and has to be text.");
  if (kind === "text") return { contentType, text: value };
  const bytes = fromBase64(value);
  if (!bytes) throw requestFault(whole.key, "It is not valid base64.");
  return { contentType, bytes };
}

function objectOf(parts: InputPart[], given: (part: InputPart) => unknown): string {
  const entries = parts.map((part) => [part.name, given(part)] as const);
  return JSON.stringify(Object.fromEntries(entries.filter(([, value]) => value !== undefined)));
}

function formOf(parts: InputPart[], given: (part: InputPart) => unknown): string {
  const form = new URLSearchParams();
  for (const part of parts) for (const [name, text] of writePairs(part, given(part))) form.append(name, text);
  return form.toString();
}
