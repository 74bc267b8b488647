import { z } from "zod";
import type { InputPart, OperationShape } from "@/lib/gateway/types";
import type { FieldHint, JsonSchema, ToolSchema } from "@/lib/tools/define";
import { jsonProperty, type Property } from "./jsonProperty";

/**
 * The form's schema of a seller's operation. The browser looks for what is needed, for types and choices; all the rest is held
 * against by the server, before it names a price.
 */
export function sellersSchema(shape: OperationShape): ToolSchema {
  const input = z.looseObject({}).superRefine((value, ctx) => {
    for (const [field, message] of faultsOf(shape.input, value)) ctx.addIssue({ code: "custom", path: [field], message });
  });
  const fields = Object.fromEntries(shape.parts.flatMap((part) => hintOf(shape, part)));
  return { input, output: z.unknown(), fields, json: { input: shape.input, output: shape.output ?? {} } };
}

/** A whole body of text, or of bytes in base64, wants room. */
function hintOf({ bodyType, input }: OperationShape, { key, place }: InputPart): [string, FieldHint][] {
  const { type } = jsonProperty(input, ((input.properties ?? {}) as Record<string, unknown>)[key]);
  if (place !== "whole" || type !== "string") return [];
  const isText = /^text\/|json|xml|form/.test(bodyType ?? "");
  return [[key, { label: key, as: "long", mono: true, ...(isText ? {} : { note: `The file (${bodyType}) as base64.` }) }]];
}

function faultsOf(schema: JsonSchema, value: Record<string, unknown>): [field: string, message: string][] {
  const properties = (schema.properties ?? {}) as Record<string, unknown>;
  const required = Array.isArray(schema.required) ? (schema.required as string[]) : [];
  return Object.keys(properties).flatMap((name): [string, string][] => {
    if (!Object.hasOwn(value, name)) return required.includes(name) ? [[name, "This one is needed."]] : [];
    const fault = faultOf(jsonProperty(schema, properties[name]), value[name]);
    return fault ? [[name, fault]] : [];
  });
}

function faultOf(property: Property, value: unknown): string | null {
  if (Array.isArray(property.enum) && !property.enum.includes(value)) return `One of: ${property.enum.slice(0, 12).join(", ")}.`;
  switch (property.type) {
    case "integer":
      return Number.isInteger(value) ? null : "A whole number.";
    case "number":
      return typeof value === "number" ? null : "A number.";
    case "boolean":
      return typeof value === "boolean" ? null : "Yes or no.";
    case "string":
      return typeof value === "string" ? null : "A text.";
    case "array":
      return Array.isArray(value) ? null : "A list, as JSON: [ … ].";
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value) ? null : "An object, as JSON: { … }.";
    default:
      return null;
  }
}
