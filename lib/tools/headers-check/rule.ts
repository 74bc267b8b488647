import type { Finding } from "../../web/schema";

/** What the checks look at. */
export type Look = {
  url: URL;
  headers: Readonly<Record<string, string>>;
  setCookies: readonly string[];
  /** Policies that the page's own meta tags set. */
  metaPolicies: readonly string[];
  /** Of this very machine: no wire that anybody could listen on, and browsers trust it like https. */
  local: boolean;
};

/** `share`: how much of the rule's points; null where it could not be measured. */
export type Marked = { share: number | null; findings: Finding[] };

export type Rule = {
  id: string;
  title: string;
  /** How the points are given, in words for those who are graded. */
  what: string;
  /** 0: it is told, and changes no grade. */
  points: number;
  mark: (look: Look) => Marked;
};

type Words = Partial<Pick<Finding, "where" | "why" | "mend">>;

export function found(
  severity: Finding["severity"],
  id: string,
  title: string,
  { where = null, why = null, mend = null }: Words = {},
): Finding {
  return { id, severity, title, where, why, mend };
}

/** One finding, and its share. */
export function marked(share: number | null, ...findings: Finding[]): Marked {
  return { share, findings };
}

/** What a stranger sent, short enough for a sentence. */
export function shown(value: string): string {
  const plain = value.replaceAll(/[^\x20-\x7e]/g, "?");
  return plain.length <= 80 ? plain : `${plain.slice(0, 79)}…`;
}
