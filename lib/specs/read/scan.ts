import { isDict, step } from "./json";
import { type Fault, SpecRefusal } from "./refusal";

const DEEPEST = 250;
const MOST_NODES = 3_000_000;
const MOST_FAULTS = 20;
/** What stands here is data, whatever it looks like. */
const DATA = new Set(["example", "examples", "default", "enum", "const", "value", "mapping"]);
/** Names below these were chosen by the author, and mean nothing. */
const NAMED = new Set(["properties", "patternProperties", "schemas", "definitions", "$defs", "parameters", "responses", "headers"]);

type Open = { value: object; parent: Open | null; name: string; depth: number; data: boolean };

/**
 * Looks at the whole document once, before anything else does. Throws `ref_not_allowed` for every reference that leads out of
 * it, `spec_too_deep` and `spec_too_large`. What aliases share is counted every time, so that nobody later walks without end.
 */
export function scan(document: unknown): void {
  const faults: Fault[] = [];
  const open: Open[] = isObject(document) ? [{ value: document, parent: null, name: "", depth: 0, data: false }] : [];
  let nodes = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (at.depth > DEEPEST) throw tooMuch("spec_too_deep", `It is nested more than ${DEEPEST} deep.`, pointerOf(at));
    const ref = !at.data && isDict(at.value) && Object.hasOwn(at.value, "$ref") ? at.value.$ref : undefined;
    if (typeof ref === "string" && !ref.startsWith("#") && faults.length < MOST_FAULTS) faults.push(refFault(ref, `${pointerOf(at)}/$ref`));
    const free = at.parent !== null && !NAMED.has(at.name);
    for (const name in at.value) {
      nodes++;
      const value = (at.value as Record<string, unknown>)[name];
      if (!isObject(value)) continue;
      open.push({ value, parent: at, name, depth: at.depth + 1, data: at.data || (free && DATA.has(name)) });
    }
    if (nodes > MOST_NODES) throw tooMuch("spec_too_large", "It holds more than the market reads.", null);
  }
  if (faults.length > 0) throw new SpecRefusal(faults.reverse());
}

function refFault(ref: string, pointer: string): Fault {
  return {
    code: "ref_not_allowed",
    message: `“${ref.slice(0, 120)}” leads out of this document, and nothing outside of it is read.`,
    hint: "Bundle the description into one document, so that every $ref begins with #.",
    pointer,
  };
}

function tooMuch(code: string, message: string, pointer: string | null): SpecRefusal {
  return new SpecRefusal([
    { code, message, hint: "Give a smaller description, for instance of the operations you want to sell.", pointer },
  ]);
}

function pointerOf(open: Open): string {
  const steps: string[] = [];
  for (let at: Open | null = open; at?.parent; at = at.parent) steps.push(step(at.name));
  return steps.reverse().join("");
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
