import { bySeverity } from "../../web/severities";
import type { DataItem } from "../../web/structured/types";
import { type Issue, issue, shown } from "./issues";
import { type Gap, gapsOf, pathsOf } from "./needs";
import { headOf, properSpelling } from "./rules/families";
import { PAGE_RULES } from "./rules/pages";
import { THING_RULES } from "./rules/things";
import type { RichResult } from "./rules/types";
import { specialIssues } from "./special";
import { checkValues } from "./values/checkValues";

export type RichVerdict = Pick<RichResult, "name" | "note" | "about"> & {
  state: "eligible" | "not_eligible" | "retired";
  missing: string[];
};

export type Judged = { known: boolean; whyNot: string | null; issues: Issue[]; results: RichVerdict[] };

const MOST_MISSING = 20;

/** Holds an item against what search engines ask of its kind. What has no rules here is not judged, and that is said. */
export function judge(item: DataItem, now: Date): Judged {
  const head = item.schemaOrg ? item.types.map(headOf).find((type) => type !== null) : undefined;
  if (!head)
    return { known: false, whyNot: whyNot(item), issues: bySeverity([...spelling(item), ...checkValues(item, new Set())]), results: [] };
  const rules = (PAGE_RULES[head] ?? THING_RULES[head] ?? []).filter(({ when }) => !when || gapsOf(item, when).length === 0);
  const needed = new Set(rules.flatMap(({ required }) => required.flatMap(pathsOf)));
  const required = new Map<string, { gap: Gap; names: string[] }>();
  const missingOf = new Map(rules.map((rule) => [rule, rule.required.flatMap((need) => gapsOf(item, need))]));
  for (const [rule, gaps] of missingOf) for (const gap of gaps) collect(required, gap, rule.name);
  const recommended = new Map<string, { gap: Gap; names: string[] }>();
  for (const rule of rules) for (const need of rule.recommended) for (const gap of gapsOf(item, need)) collect(recommended, gap, rule.name);
  for (const path of required.keys()) recommended.delete(path);
  const own = [...checkValues(item, needed), ...specialIssues(head, item, now)];
  const results = rules.map((rule) => verdict(rule, missingOf.get(rule) ?? [], own));
  const gaps = [...[...required.values()].map(requiredIssue), ...[...recommended.values()].map(recommendedIssue)];
  return { known: true, whyNot: null, issues: bySeverity([...spelling(item), ...gaps, ...own]), results };
}

function collect(into: Map<string, { gap: Gap; names: string[] }>, gap: Gap, name: string): void {
  const known = into.get(gap.path);
  if (!known) into.set(gap.path, { gap, names: [name] });
  else if (!known.names.includes(name)) known.names.push(name);
}

function requiredIssue({ gap, names }: { gap: Gap; names: string[] }): Issue {
  const wanted = gap.any.join(" or ");
  if (gap.instead === "text")
    return issue("error", "item.text", `${gap.path} is a mere text.`, {
      path: gap.path,
      why: `${names.join(" and ")}: a thing with ${wanted} of its own belongs here.`,
      mend: `Write an object with ${wanted}.`,
    });
  if (gap.instead === "reference") return dangling(gap, "error");
  return issue("error", "property.missing", `${wanted} is missing.`, {
    path: gap.path,
    why: `Needed for: ${names.join(", ")}.`,
    mend: `Add ${wanted}.`,
  });
}

function recommendedIssue({ gap, names }: { gap: Gap; names: string[] }): Issue {
  const wanted = gap.any.join(" or ");
  if (gap.instead === "text")
    return issue("notice", "item.text", `${gap.path} is a mere text.`, {
      path: gap.path,
      why: `${names.join(" and ")}: an object with ${wanted} says more.`,
      mend: `Write an object with ${wanted}.`,
    });
  if (gap.instead === "reference") return dangling(gap, "warning");
  return issue("notice", "property.recommended", `${wanted} would help.`, {
    path: gap.path,
    why: `Asked for by: ${names.join(", ")}.`,
    mend: `Add ${wanted}, where there is something to say.`,
  });
}

function dangling({ path }: Gap, severity: "error" | "warning"): Issue {
  return issue(severity, "item.reference", `${path} points at something that the page doesn't describe.`, {
    path,
    why: "Readers don't go and look elsewhere.",
    mend: "Describe it on this page, under the same @id.",
  });
}

/** An error anywhere in what a result needs keeps it from being shown. */
function verdict(rule: RichResult, gaps: readonly Gap[], issues: readonly Issue[]): RichVerdict {
  const heads = new Set(rule.required.flatMap(pathsOf).map((path) => path.split(".")[0]));
  const bad = issues.filter(({ severity, path }) => severity === "error" && heads.has(path?.split(/[.[]/)[0]));
  const missing = [...new Set([...gaps.map(({ path }) => path), ...bad.map(({ path }) => path ?? "")])].filter(Boolean);
  const { name, note, about, state } = rule;
  return {
    ...{ name, note, about },
    state: state === "retired" ? "retired" : missing.length > 0 ? "not_eligible" : "eligible",
    missing: missing.slice(0, MOST_MISSING),
  };
}

function spelling({ types, schemaOrg }: DataItem): Issue[] {
  if (!schemaOrg) return [];
  return types.flatMap((type) => {
    const proper = properSpelling(type);
    return proper
      ? [
          issue("error", "type.spelling", `"${shown(type)}" is spelled ${proper}.`, {
            path: "@type",
            why: "Types are told apart by capital letters.",
            mend: `Write ${proper}.`,
          }),
        ]
      : [];
  });
}

function whyNot({ types, schemaOrg }: DataItem): string {
  if (types.length === 0) return "It has no type.";
  if (!schemaOrg) return "Its type is not one of schema.org, which is what search engines read.";
  return `No rules of search engines for ${shown(types.join(", "))} are kept here.`;
}
