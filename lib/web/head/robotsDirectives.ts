import type { MetaTag } from "./metaTags";

export type RobotsDirective = {
  /** Whom it is said to: `*` for everybody. */
  agent: string;
  /** In lower case, as written: `noindex`, `max-snippet:20`. */
  rules: string[];
  source: "meta" | "header";
};

const MOST_RULES = 30;
/** Rules with a colon of their own, so that what is before it is no robot's name. */
const WITH_VALUE = /^(max-snippet|max-image-preview|max-video-preview|unavailable_after)$/;

/** What the page's own meta tags say to robots. */
export function metaRobots(tags: readonly MetaTag[], agents: readonly string[]): RobotsDirective[] {
  const known = new Set(agents.map((agent) => agent.toLowerCase()));
  return tags
    .filter(({ kind, key, content }) => kind === "name" && content !== "" && (key === "robots" || known.has(key)))
    .map(({ key, content }) => ({ agent: key === "robots" ? "*" : key, rules: rulesOf(content), source: "meta" as const }));
}

/** What `x-robots-tag` says. Several headers were joined by commas, and each may begin with a robot's name. */
export function headerRobots(header: string | undefined): RobotsDirective[] {
  const found: RobotsDirective[] = [];
  for (const part of rulesOf(header ?? "")) {
    const named = /^([a-z0-9_*-]+)\s*:\s*(.*)$/.exec(part);
    const [, name = "", rule = ""] = named && !WITH_VALUE.test(named[1] ?? "") ? named : [];
    if (name) found.push({ agent: name, rules: [rule].filter(Boolean), source: "header" });
    else if (found.length > 0) found.at(-1)?.rules.push(part);
    else found.push({ agent: "*", rules: [part], source: "header" });
  }
  return found;
}

function rulesOf(text: string): string[] {
  const rules = text.toLowerCase().split(",", MOST_RULES);
  return rules.map((rule) => rule.replace(/\s+/g, " ").trim().slice(0, 100)).filter(Boolean);
}

/** Is this robot told not to list the page? `none` means noindex and nofollow. */
export function forbidsIndex(directives: readonly RobotsDirective[], agent: string): RobotsDirective | null {
  const name = agent.toLowerCase();
  const meant = directives.filter((one) => one.agent === "*" || one.agent === name);
  return meant.find(({ rules }) => rules.includes("noindex") || rules.includes("none")) ?? null;
}
