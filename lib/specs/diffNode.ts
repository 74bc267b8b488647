import type { OwnSchema } from "@/lib/gateway/types";
import { listOf } from "./checkWords";
import { isObject, typesOf } from "./schemaNodes";

export type Difference = { what: string; breaking: boolean };

/** An input may allow more than before without harm, an answer less. */
export type Use = "input" | "answer";

/** Words that say something to people only. */
const SAID = new Set([
  "title",
  "description",
  "default",
  "examples",
  "deprecated",
  "$defs",
  "readOnly",
  "writeOnly",
  "contentMediaType",
  "discriminator",
]);
const BOUNDS = {
  minimum: 1,
  exclusiveMinimum: 1,
  minLength: 1,
  minItems: 1,
  minProperties: 1,
  maximum: -1,
  exclusiveMaximum: -1,
  maxLength: -1,
  maxItems: -1,
  maxProperties: -1,
};
const RULES = [
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "dependentSchemas",
  "multipleOf",
  "format",
  "const",
  "uniqueItems",
];
/** Gone through one by one where there are as many as before. */
const LISTS = ["allOf", "anyOf", "oneOf", "prefixItems"];

/** Of one value by itself; true where it is another kind of value, of which nothing more need be said. */
export function diffNode(a: OwnSchema, b: OwnSchema, path: string, use: Use, found: Difference[]): boolean {
  const what = path ? `${use} \`${path}\`` : use === "input" ? "the input" : "the answer";
  const add = (text: string, breaking: boolean) => found.push({ what: `${what} ${text}`, breaking });
  const [was, is] = [typesOf(a), typesOf(b)];
  if (was.join() !== is.join()) {
    const [narrow, wide] = use === "input" ? [was, is] : [is, was];
    const harmless =
      wide.length === 0 ||
      (narrow.length > 0 && narrow.every((type) => wide.includes(type) || (type === "integer" && wide.includes("number"))));
    add(`was ${was.join(" or ") || "anything"}, is now ${is.join(" or ") || "anything"}`, !harmless);
    return true;
  }
  const [old, now] = [choicesOf(a), choicesOf(b)];
  const gone = old && now ? old.filter((choice) => !now.includes(choice)) : now && !old ? ["any other value"] : [];
  const added = old && now ? now.filter((choice) => !old.includes(choice)) : old && !now ? ["any value"] : [];
  if (gone.length > 0) add(`no longer ${use === "input" ? "takes" : "is"} ${gone.slice(0, 5).join(", ")}`, use === "input");
  if (added.length > 0) add(`${use === "input" ? "also takes" : "may also be"} ${added.slice(0, 5).join(", ")}`, false);
  for (const [word, sign] of Object.entries(BOUNDS)) {
    const change = boundChange(a[word], b[word], sign);
    if (change !== 0) add(`has ${change > 0 ? "narrower" : "wider"} bounds (${word})`, use === "input" && change > 0);
  }
  const other = [
    ...RULES.filter((word) => plain(a[word]) !== plain(b[word])),
    ...LISTS.filter((word) => listOf(a[word]).length !== listOf(b[word]).length),
  ];
  if (other.length > 0) add(`has other rules (${other.join(", ")})`, true);
  return false;
}

export function diffProperties(
  a: OwnSchema,
  b: OwnSchema,
  path: string,
  use: Use,
  found: Difference[],
  below: (name: string) => void,
): void {
  const [old, now] = [propertiesOf(a), propertiesOf(b)];
  const [neededBefore, needed] = [requiredOf(a), requiredOf(b)];
  const at = (name: string) => `${use} \`${path ? `${path}.` : ""}${name}\``;
  for (const name of new Set([...Object.keys(old), ...Object.keys(now)])) {
    const [had, has] = [Object.hasOwn(old, name), Object.hasOwn(now, name)];
    if (had && !has) found.push({ what: `${at(name)} is gone`, breaking: true });
    else if (!had && has)
      found.push({
        what: `${at(name)} is new${use === "input" && needed.has(name) ? " and needed" : ""}`,
        breaking: use === "input" && needed.has(name),
      });
    else {
      if (!neededBefore.has(name) && needed.has(name))
        found.push({ what: `${at(name)} is now ${use === "input" ? "needed" : "always there"}`, breaking: use === "input" });
      if (neededBefore.has(name) && !needed.has(name))
        found.push({ what: `${at(name)} ${use === "input" ? "is no longer needed" : "may be missing"}`, breaking: use === "answer" });
      below(name);
    }
  }
}

/** More than zero: narrower than before. */
function boundChange(before: unknown, after: unknown, sign: number): number {
  const value = (bound: unknown) => (typeof bound === "number" ? bound * sign : Number.NEGATIVE_INFINITY);
  return value(after) === value(before) ? 0 : value(after) > value(before) ? 1 : -1;
}

function propertiesOf(schema: OwnSchema): OwnSchema {
  return isObject(schema.properties) ? schema.properties : {};
}

export function propertyOf(schema: OwnSchema, name: string): unknown {
  const properties = propertiesOf(schema);
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

function requiredOf(schema: OwnSchema): Set<unknown> {
  return new Set(Array.isArray(schema.required) ? schema.required : []);
}

function choicesOf(schema: OwnSchema): string[] | null {
  return Array.isArray(schema.enum) ? schema.enum.map((choice) => String(JSON.stringify(choice)).slice(0, 80)) : null;
}

/** As text, without what is said to people. The order of names says nothing. */
function plain(value: unknown): string {
  const sorted = (_name: string, inner: unknown) =>
    isObject(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([name]) => !SAID.has(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner;
  return String(JSON.stringify(value, sorted));
}
