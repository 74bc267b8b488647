import type { InputPart, OwnSchema } from "@/lib/gateway/types";
import { isJsonType, mediaType } from "../bodyKind";
import { type Reading, Skipped } from "./context";
import { flatObject } from "./flatObject";
import { own, ownEntries, ownList, ownText } from "./json";
import type { Given } from "./parameters";
import { plainText } from "./plainText";
import { followDict } from "./references";
import type { Made } from "./schemas";

export const FORM = "application/x-www-form-urlencoded";

export type Body = {
  bodyType: string;
  required: boolean;
  /** Each property by itself, where the body is a plain object; null where it can only be given as a whole. */
  parts: Given[] | null;
  /** The body as one value; null where it can only be given by its parts. */
  whole: Made | null;
  description: string;
  example: unknown;
};

/** What an operation takes as its body, in the first form that can be sent; null where it takes none. Throws `Skipped`. */
export function readBodyOf(reading: Reading, operation: unknown, pointer: string, holders: unknown[]): Body | null {
  return reading.format === "swagger-2.0" ? swaggerBody(reading, operation, pointer, holders) : openApiBody(reading, operation, pointer);
}

function openApiBody(reading: Reading, operation: unknown, pointer: string): Body | null {
  if (own(operation, "requestBody") === undefined) return null;
  const where = `${pointer}/requestBody`;
  const body = followDict(reading.document, own(operation, "requestBody"), where)?.value;
  if (!body) throw new Skipped("Its body refers to nothing.", where);
  const content = ownEntries(body, "content");
  const required = own(body, "required") === true;
  if (content.length === 0) return null;
  const chosen = chosenOf(content.map(([type]) => type));
  if (!chosen) {
    if (!required) return null;
    throw new Skipped(
      `Its body is ${plainText(content[0]?.[0], 60)}, which can't be sent.`,
      where,
      "Offer the body as JSON, a form, text or a file.",
    );
  }
  const media = content.find(([type]) => type === chosen)?.[1];
  const shared = { required, description: plainText(own(body, "description"), 600), example: exampleOf(media) };
  return { ...shared, ...formed(reading, chosen, own(media, "schema"), own(media, "encoding"), where) };
}

function swaggerBody(reading: Reading, operation: unknown, pointer: string, holders: unknown[]): Body | null {
  const all = holders.flatMap((holder) => ownList(holder, "parameters").map((one) => followDict(reading.document, one, pointer)?.value));
  const consumes = [...ownList(operation, "consumes"), ...ownList(reading.document, "consumes")].filter((type) => typeof type === "string");
  const fields = all.filter((one) => ownText(one, "in") === "formData");
  if (fields.length > 0) {
    if (fields.some((field) => ownText(field, "type") === "file"))
      throw new Skipped("It takes a form with files, which can't be sent.", pointer);
    const parts = fields.flatMap((field) => fieldOf(reading, field) ?? []);
    return { bodyType: FORM, required: false, parts, whole: null, description: "", example: undefined };
  }
  const body = all.find((one) => ownText(one, "in") === "body");
  if (!body) return null;
  const chosen = consumes.length === 0 ? "application/json" : chosenOf(consumes);
  if (!chosen) throw new Skipped("Its body is of a type that can't be sent.", pointer, "Offer the body as JSON, a form, text or a file.");
  const shared = { required: own(body, "required") === true, description: plainText(own(body, "description"), 600), example: undefined };
  return { ...shared, ...formed(reading, chosen, own(body, "schema"), undefined, pointer) };
}

/** JSON before forms, forms before text, text before files. */
function chosenOf(types: readonly string[]): string | null {
  const usable = types.filter((type) => type.length <= 200 && /^[\w.+*-]+\/[\w.+*-]+(\s*;[\x20-\x7e]*)?$/.test(type));
  const json = usable.find(isJsonType) ?? usable.find((type) => /^(\*|application)\/\*$/.test(mediaType(type)));
  const form = usable.find((type) => mediaType(type) === FORM);
  const text = usable.find(isText);
  const file = usable.find((type) => !mediaType(type).startsWith("multipart/") && !type.includes("*"));
  return json ?? form ?? text ?? file ?? null;
}

function isText(type: string): boolean {
  const plain = mediaType(type);
  return (
    (plain.startsWith("text/") && !plain.endsWith("*")) ||
    /^application\/(.*\+)?(xml|yaml|graphql|x-ndjson|jsonl|javascript|sql)$/.test(plain)
  );
}

type Formed = Pick<Body, "bodyType" | "parts" | "whole">;

function formed(reading: Reading, chosen: string, value: unknown, encoding: unknown, pointer: string): Formed {
  const bodyType = chosen.includes("*") ? "application/json" : chosen;
  const form = mediaType(bodyType) === FORM;
  if (!form && !isJsonType(bodyType)) {
    const schema: OwnSchema = isText(bodyType)
      ? { type: "string" }
      : { type: "string", contentEncoding: "base64", contentMediaType: mediaType(bodyType) };
    return { bodyType, parts: null, whole: { schema, nodes: 1, refs: new Set() } };
  }
  const flat = flatObject(reading, value, pointer);
  const parts = flat?.map(({ name, schema, required }) => {
    const made = reading.schemas.make(schema, "input");
    if (!made) throw new Skipped("The schema of its body is too large.", pointer);
    const style = form ? fieldStyle(own(encoding, name), own(followDict(reading.document, schema, pointer)?.value, "type")) : {};
    return { part: { place: "body" as const, name, ...style }, made, required, example: undefined };
  });
  if (form) {
    if (!parts) throw new Skipped("It takes a form whose fields are not described one by one.", pointer);
    return { bodyType, parts, whole: null };
  }
  const whole = reading.schemas.make(value, "input");
  if (!whole) throw new Skipped("The schema of its body is too large.", pointer);
  return { bodyType, parts: parts ?? null, whole };
}

/** Without a style of its own, an object in a form is JSON; a list is its items. */
function fieldStyle(encoding: unknown, type: unknown): Pick<InputPart, "style" | "explode"> {
  const style = ownText(encoding, "style");
  const explode = own(encoding, "explode");
  const known = style === "spaceDelimited" || style === "pipeDelimited" || style === "deepObject" || style === "form" ? style : null;
  if (known) return { style: known, ...(typeof explode === "boolean" ? { explode } : {}) };
  if (explode === false && type === "array") return { style: "form", explode: false };
  return type === "object" ? { style: "json" } : {};
}

function fieldOf(reading: Reading, field: unknown): Given | null {
  const name = ownText(field, "name");
  const made = reading.schemas.make({ ...(field as object), required: undefined }, "input");
  if (name === "" || name.length > 200 || !made) return null;
  const joined = own(field, "type") === "array" && ownText(field, "collectionFormat") !== "multi";
  const part = { place: "body" as const, name, ...(joined ? { style: "form" as const, explode: false } : {}) };
  return { part, made, required: own(field, "required") === true, example: own(field, "example") };
}

function exampleOf(media: unknown): unknown {
  const [first] = ownEntries(media, "examples");
  return own(media, "example") ?? own(first?.[1], "value");
}
