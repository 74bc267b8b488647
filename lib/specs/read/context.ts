import type { Spec } from "../types";
import type { Fault } from "./refusal";
import type { Schemas } from "./schemas";

const MOST_NOTES = 200;

/** What all parts of one reading share. */
export type Reading = {
  document: Record<string, unknown>;
  format: Spec["format"];
  schemas: Schemas;
  notes: Fault[];
  /** `query:api_key`: parameters that carry the API's key, which no caller gives. Names in lower case. */
  keys: Set<string>;
  servers: string[];
};

export function note(reading: Reading, code: string, message: string, pointer: string, hint?: string): void {
  if (reading.notes.length >= MOST_NOTES) return;
  reading.notes.push({ code, message, pointer, ...(hint ? { hint } : {}) });
}

/** An operation that can't be sold, for a reason that its author can read. */
export class Skipped extends Error {
  override readonly name = "Skipped";

  constructor(
    message: string,
    readonly pointer: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}
