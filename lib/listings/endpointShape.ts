import type { InputPart, OperationShape } from "@/lib/gateway/types";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { isCallersHeader } from "@/lib/specs/heldHeaders";
import type { FromEndpoint } from "./fields";

/** An endpoint that was described by hand, as the shape that a document would have given. Throws `invalid_input`. */
export function endpointShape(given: Pick<FromEndpoint, "method" | "path" | "fields" | "answerType">): OperationShape {
  const { method, fields } = given;
  const path = readPath(given.path);
  const named = fields.map((field) => ({ ...field, name: field.name.trim() })).filter(({ name }) => name !== "");
  const inPath = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name);
  const missing = inPath.filter((name) => !named.some((field) => field.in === "path" && field.name === name));
  const all = [...missing.map((name) => ({ name, in: "path", type: "string", required: true, description: "" }) as const), ...named];
  const parts: InputPart[] = [];
  const properties: Record<string, unknown> = {};
  const required: string[] = [];
  for (const field of all) {
    checkField(field, inPath, method);
    const key = field.name in properties ? `${field.in}_${field.name}` : field.name;
    if (key in properties || key === "__proto__") throw fieldFault("fields", "field_twice", `The field ${field.name} is there twice.`);
    parts.push({ key, place: field.in, name: field.name });
    properties[key] = schemaOf(field);
    if (field.required || field.in === "path") required.push(key);
  }
  return {
    method,
    path,
    parts,
    bodyType: all.some((field) => field.in === "body") ? "application/json" : null,
    input: { type: "object", properties, required, additionalProperties: false },
    output: null,
    answerTypes: [readType(given.answerType)],
  };
}

type Field = FromEndpoint["fields"][number] | { name: string; in: "path"; type: "string"; required: boolean; description: string };

function checkField({ name, in: place, type }: Field, inPath: string[], method: string): void {
  const fault = (message: string) => fieldFault("fields", "bad_field", message);
  if (name.length > 60 || !/^[\x21-\x7e]+$/.test(name)) throw fault(`"${name}" is no name for a field: plain letters without spaces.`);
  if (place === "path" && !inPath.includes(name)) throw fault(`The path has no {${name}}.`);
  if (place === "body" && method === "GET") throw fault("A GET request has no body.");
  if (place === "header" && !isCallersHeader(name)) throw fault(`The header ${name} is not the caller's to set.`);
  if (type === "object" && place !== "body") throw fault(`${name}: an object can stand in the body only.`);
}

function schemaOf(field: Field): Record<string, unknown> {
  const choices = "choices" in field && field.choices?.length && field.type === "string" ? { enum: field.choices } : {};
  const items = field.type === "array" ? { items: {} } : {};
  return { type: field.type, ...choices, ...items, ...(field.description ? { description: field.description.slice(0, 500) } : {}) };
}

function readPath(raw: string): string {
  const path = `/${raw.trim().replace(/^\/+/, "")}`;
  const bad = !/^[/A-Za-z0-9._~!$&'()*+,;=:@%{}-]*$/.test(path) || /\{[^}]*[/{]|\{\}|(^|\/)\.{1,2}(\/|$)/.test(path);
  if (bad)
    throw fieldFault("path", "bad_path", "Give a path below the server's address, such as /forecast/{city}.", "Query fields go below.");
  return path;
}

function readType(raw: string): string {
  const type = raw.trim().toLowerCase();
  if (/^[a-z0-9.+-]+\/[a-z0-9.+*-]+$/.test(type)) return type;
  throw fieldFault("answerType", "bad_type", "Give a content type, such as application/json or image/png.");
}
