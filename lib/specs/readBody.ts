import type { FieldFault } from "@/lib/errors";
import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { toBase64 } from "./base64";
import { bodyKind, isJsonType } from "./bodyKind";
import { pairsOf, readParts } from "./readParts";
import { isObject } from "./schemaNodes";

const BODY = "(body)";

type GivenBody = { contentType: string | null; body: string | Uint8Array };

/** The way back of `writeBody`. */
export function readBody(shape: OperationShape, request: GivenBody, found: [string, unknown][], faults: FieldFault[]): void {
  const kind = bodyKind(shape);
  const whole = shape.parts.find(({ place }) => place === "whole");
  const empty = request.body.length === 0;
  if (kind === "bytes" && whole) {
    const bytes = typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
    if (!empty) found.push([whole.key, toBase64(bytes)]);
    return;
  }
  const text = textOf(request.body);
  if (text === null) faults.push({ field: BODY, message: "The body is not valid UTF-8 text." });
  else if (kind === "text" && whole && !(empty && request.contentType === null)) found.push([whole.key, text]);
  else if (text.trim() === "") return;
  else if (kind === "none") faults.push({ field: BODY, message: "This operation takes no body." });
  else if (kind === "json" || (kind === "form" && isJsonType(request.contentType ?? ""))) readJson(shape, whole, text, found, faults);
  else if (kind === "form") readParts(shape, "body", pairsOf(new URLSearchParams(text)), found, faults);
  else faults.push({ field: BODY, message: `The body's content type has to be ${shape.bodyType}.` });
}

function readJson(
  shape: OperationShape,
  whole: InputPart | undefined,
  text: string,
  found: [string, unknown][],
  faults: FieldFault[],
): void {
  const read = jsonOf(text);
  if ("fault" in read) {
    faults.push({ field: BODY, message: read.fault });
    return;
  }
  if (whole) {
    found.push([whole.key, read.value]);
    return;
  }
  if (!isObject(read.value)) {
    faults.push({ field: BODY, message: "The body has to be a JSON object." });
    return;
  }
  const parts = new Map(shape.parts.filter(({ place }) => place === "body").map((part) => [part.name, part]));
  for (const [name, value] of Object.entries(read.value)) {
    const part = parts.get(name);
    if (part) found.push([part.key, value]);
    else faults.push({ field: name.slice(0, 100), message: "This operation's body has no property of this name." });
  }
}

/** A whole number that would lose digits is refused: what is sent on would be another one. */
function jsonOf(text: string): { value: unknown } | { fault: string } {
  let lost: string | null = null;
  const look = (_name: string, value: unknown, context?: { source?: string }) => {
    const source = context?.source;
    if (
      typeof value === "number" &&
      source !== undefined &&
      /^-?\d+$/.test(source) &&
      !Number.isSafeInteger(value) &&
      String(value) !== source
    )
      lost ??= source;
    return value;
  };
  try {
    const value: unknown = JSON.parse(text, look as (name: string, value: unknown) => unknown);
    if (lost !== null) return { fault: `The number ${String(lost).slice(0, 40)} is larger than can be sent on exactly.` };
    return { value };
  } catch (cause) {
    return { fault: `The body is not valid JSON: ${cause instanceof Error ? cause.message.slice(0, 120) : ""}` };
  }
}

function textOf(body: string | Uint8Array): string | null {
  if (typeof body === "string") return body;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return null;
  }
}
