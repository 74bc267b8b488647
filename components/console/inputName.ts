import { shorten } from "../ui/shorten";
import { dataUrlName } from "./dataUrl";

/** A word for an input: its first field, shortened. */
export function inputName(input: Record<string, unknown>): string {
  const first = String(Object.values(input)[0] ?? "");
  return dataUrlName(first) ?? addressName(first) ?? shorten(first);
}

/** Of an address, its beginning tells more than its end: `shop.example/bread/rye…`. */
function addressName(text: string): string | null {
  const [, rest] = /^https?:\/\/(.+)$/i.exec(text) ?? [];
  if (!rest) return null;
  return rest.length <= 36 ? rest : `${rest.slice(0, 35)}…`;
}
