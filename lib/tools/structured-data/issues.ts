import type { Finding } from "../../web/schema";

/** A finding about a property of an item. */
export type Issue = Finding & { path: string | null };

/** A path of strangers' property names goes into an answer cut. */
const LONGEST_PATH = 200;

export function issue(severity: Finding["severity"], id: string, title: string, more: Partial<Issue> = {}): Issue {
  const path = more.path?.slice(0, LONGEST_PATH) ?? null;
  return { id, severity, title, why: null, mend: null, ...more, path, where: path };
}

/** What a stranger wrote, for a sentence. */
export function shown(value: unknown): string {
  const text = String(value).replaceAll(/\s+/g, " ").trim();
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
