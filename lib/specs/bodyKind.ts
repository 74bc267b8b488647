import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { isObject } from "./schemaNodes";

/** How a body is written; `bytes`: the input holds it as base64. */
export type BodyKind = "json" | "form" | "text" | "bytes" | "multipart" | "none";

export function bodyKind(shape: Pick<OperationShape, "bodyType" | "parts" | "input">): BodyKind {
  if (shape.bodyType === null) return "none";
  const type = mediaType(shape.bodyType);
  if (isJsonType(type)) return "json";
  if (type === "application/x-www-form-urlencoded") return "form";
  if (type === "multipart/form-data") return "multipart";
  const whole = shape.parts.find(({ place }) => place === "whole");
  return whole && isBase64(shape, whole) ? "bytes" : "text";
}

/** Whether the input holds this part as base64. */
export function isBase64({ input }: Pick<OperationShape, "input">, part: InputPart): boolean {
  const properties = isObject(input.properties) ? input.properties : {};
  const schema = Object.hasOwn(properties, part.key) ? properties[part.key] : null;
  return isObject(schema) && schema.contentEncoding === "base64";
}

/** `application/json; charset=utf-8` → `application/json`. */
export function mediaType(contentType: string): string {
  return (contentType.split(";")[0] ?? "").trim().toLowerCase();
}

export function isJsonType(contentType: string): boolean {
  const type = mediaType(contentType);
  return type === "application/json" || type.endsWith("+json");
}
