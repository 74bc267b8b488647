import { productToken, type RobotsFile, type RobotsGroup, type RobotsRule } from "./parseRobots";

export type RobotsVerdict = {
  allowed: boolean;
  /** The rule that decided; null where none fits, which allows. */
  rule: RobotsRule | null;
  /** Whose group was read: the robot's own, everybody's, or none. */
  group: "own" | "*" | null;
  /** What the group says about the pause between two requests. */
  crawlDelay: { seconds: number; line: number } | null;
};

/** May this robot ask for this address? The longest fitting rule decides, and of two equal ones the kinder. */
export function judgeRobots(file: RobotsFile, agent: string, url: URL): RobotsVerdict {
  const path = escaped(url.pathname + url.search);
  const { groups, kind } = groupsFor(file, productToken(agent));
  const crawlDelay = groups.find((group) => group.crawlDelay)?.crawlDelay ?? null;
  // The file itself may always be read.
  if (url.pathname === "/robots.txt") return { allowed: true, rule: null, group: kind, crawlDelay };
  let best: { rule: RobotsRule; length: number } | null = null;
  for (const rule of groups.flatMap((group) => group.rules)) {
    const pattern = escaped(rule.pattern);
    if (best && (pattern.length < best.length || (pattern.length === best.length && (best.rule.allow || !rule.allow)))) continue;
    if (fits(pattern, path)) best = { rule, length: pattern.length };
  }
  return { allowed: best?.rule.allow ?? true, rule: best?.rule ?? null, group: kind, crawlDelay };
}

function groupsFor(file: RobotsFile, token: string): { groups: RobotsGroup[]; kind: RobotsVerdict["group"] } {
  const named = (name: string) => file.groups.filter(({ agents }) => agents.includes(name));
  const own = token === "*" ? [] : named(token);
  if (own.length > 0) return { groups: own, kind: "own" };
  const everybody = named("*");
  return { groups: everybody, kind: everybody.length > 0 ? "*" : null };
}

/** Foreign letters and escapes in one spelling, so that a rule and an address which mean the same look the same. */
function escaped(text: string): string {
  return text.replace(/[^\x21-\x7e]+|%[0-9a-f]{2}/gi, (part) => (part.startsWith("%") ? part.toUpperCase() : encode(part)));
}

/** As UTF-8; half of a pair of letters, which has no such form, stays as it is. */
function encode(text: string): string {
  try {
    return encodeURI(text);
  } catch {
    return text;
  }
}

/**
 * Does a pattern with * (anything) and a last $ (the end) fit the start of the path? Piece by piece, each as early as
 * it can be: that needs no going back, so that a file full of stars costs no more than its length.
 */
function fits(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const [first = "", ...pieces] = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  if (!path.startsWith(first)) return false;
  if (pieces.length === 0) return !anchored || path.length === first.length;
  let at = first.length;
  const last = anchored ? (pieces.pop() ?? "") : "";
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
