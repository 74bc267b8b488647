import { cleanText } from "../../cleanText";

export type Sourced = { value: string; source: string } | null;

/** A place to look, by name: the first that says something is taken. */
export type Place = { source: string; value: string | null | undefined };

export function firstOf(places: readonly Place[], longest = 500): Sourced {
  for (const { source, value } of places) {
    const text = value ? cleanText(value, longest) : "";
    if (text) return { value: text, source };
  }
  return null;
}
