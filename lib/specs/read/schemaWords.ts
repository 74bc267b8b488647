import type { OwnSchema } from "@/lib/gateway/types";
import { boundedData } from "./data";
import { own, ownList, ownText } from "./json";
import { COUNTS, FLAGS, NUMBERS, TYPES } from "./keywords";
import { plainText } from "./plainText";

/** `draft4`: OpenAPI 3.0 and Swagger 2, with `nullable` and bounds that are flags. */
export type Dialect = "draft4" | "2020";

const MOST_TEXT = 600;
const MOST_ENUM = 2_000;

/** All that is neither a schema nor holds any. */
export function scalarWords(value: Record<string, unknown>, dialect: Dialect): OwnSchema {
  const schema: OwnSchema = {};
  typeWords(value, schema);
  for (const word of NUMBERS) {
    const number = own(value, word);
    if (typeof number === "number" && Number.isFinite(number) && (word !== "multipleOf" || number > 0)) schema[word] = number;
  }
  if (dialect === "draft4") boundsOf(value, schema);
  for (const word of COUNTS) {
    const count = own(value, word);
    if (typeof count === "number" && Number.isSafeInteger(count) && count >= 0) schema[word] = count;
  }
  for (const word of FLAGS) if (own(value, word) === true) schema[word] = true;
  for (const word of ["default", "const"]) {
    const data = Object.hasOwn(value, word) ? boundedData(value[word], 2_000) : undefined;
    if (data !== undefined) schema[word] = data;
  }
  const choices = boundedData(own(value, "enum"), 60_000);
  if (Array.isArray(choices) && choices.length > 0 && choices.length <= MOST_ENUM) schema.enum = choices;
  const example = boundedData(own(value, "example") ?? ownList(value, "examples")[0], 2_000);
  if (example !== undefined) schema.examples = [example];
  const title = plainText(own(value, "title"), 120);
  if (title) schema.title = title;
  const pattern = plainText(own(value, "pattern"), 200);
  const description = plainText(own(value, "description"), MOST_TEXT);
  if (description || pattern) schema.description = [description, pattern && `Pattern: ${pattern}`].filter(Boolean).join(" ");
  return schema;
}

function typeWords(value: Record<string, unknown>, schema: OwnSchema): void {
  const type = own(value, "type");
  if (type === "file") Object.assign(schema, { type: "string", contentEncoding: "base64" });
  else if (typeof type === "string" && TYPES.has(type)) schema.type = type;
  else if (Array.isArray(type)) {
    const types = [...new Set(type.filter((one) => TYPES.has(one)))];
    if (types.length > 0) schema.type = types;
  }
  const format = ownText(value, "format");
  if (/^[a-z0-9-]{1,40}$/i.test(format)) schema.format = format;
  const encoding = ownText(value, "contentEncoding");
  if (encoding === "base64" || format === "byte") schema.contentEncoding = "base64";
  const discriminator = own(value, "discriminator");
  const name = typeof discriminator === "string" ? discriminator : ownText(discriminator, "propertyName");
  if (name !== "") schema.discriminator = { propertyName: plainText(name, 100) };
}

/** `exclusiveMinimum: true` beside `minimum` → the bound itself. */
function boundsOf(value: Record<string, unknown>, schema: OwnSchema): void {
  for (const [bound, exclusive] of [
    ["minimum", "exclusiveMinimum"],
    ["maximum", "exclusiveMaximum"],
  ] as const) {
    if (own(value, exclusive) !== true || schema[bound] === undefined) continue;
    schema[exclusive] = schema[bound];
    delete schema[bound];
  }
}

export function nullableOf(value: Record<string, unknown>, schema: OwnSchema): OwnSchema {
  if (own(value, "nullable") !== true && own(value, "x-nullable") !== true) return schema;
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum = [...schema.enum, null];
  if (typeof schema.type === "string") return { ...schema, type: [schema.type, "null"] };
  // A type beside it was needed by the letter, and is left out by most authors.
  const { title, description, ...rest } = schema;
  const words = { ...(title ? { title } : {}), ...(description ? { description } : {}) };
  return Object.keys(rest).length === 0 ? schema : { ...words, anyOf: [rest, { type: "null" }] };
}
