import { shorten } from "../ui/shorten";
import { dataUrlName } from "./dataUrl";

/** A word for an input: its first field, shortened. */
export function inputName(input: Record<string, unknown>): string {
  const first = String(Object.values(input)[0] ?? "");
  return dataUrlName(first) ?? shorten(first);
}
