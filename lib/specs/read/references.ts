import { atPointer } from "../schemaNodes";
import { isDict, own } from "./json";

const LONGEST_CHAIN = 20;

export type Found = { value: unknown; pointer: string };

/** What stands at a place, with references followed; null where they lead nowhere or in a circle. */
export function follow(document: unknown, value: unknown, pointer: string): Found | null {
  let at: Found = { value, pointer };
  for (let times = 0; times < LONGEST_CHAIN; times++) {
    const ref = own(at.value, "$ref");
    if (typeof ref !== "string") return at;
    const target = atPointer(document, ref);
    if (target === undefined) return null;
    at = { value: target, pointer: pointerOfRef(ref) };
  }
  return null;
}

/** The same, as an object. */
export function followDict(document: unknown, value: unknown, pointer: string): { value: Record<string, unknown>; pointer: string } | null {
  const found = follow(document, value, pointer);
  return found && isDict(found.value) ? { value: found.value, pointer: found.pointer } : null;
}

/** `#/components/schemas/A%20B` → `/components/schemas/A B`. */
export function pointerOfRef(ref: string): string {
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return ref.slice(1);
  }
}
