"use client";

import type { StructuredDataAnswer } from "@/lib/tools/structured-data/schema";
import { Panel } from "../../ui/Panel";
import { AnswerHead } from "./parts/AnswerHead";
import { Details } from "./parts/Details";
import { Findings } from "./parts/Findings";
import { fetchedFacts } from "./parts/fetchedFacts";
import { Mark, type Tone } from "./parts/Mark";
import { PartTable } from "./parts/PartTable";
import { severityCounts, worstOf } from "./parts/severityLook";

type Item = StructuredDataAnswer["items"][number];
type State = StructuredDataAnswer["rich_results"][number]["state"];

const STATE: Record<State, { tone: Tone; word: string }> = {
  eligible: { tone: "good", word: "Eligible" },
  not_eligible: { tone: "bad", word: "Not eligible" },
  retired: { tone: "none", word: "Retired" },
};
const FORMAT: Record<Item["format"], string> = { "json-ld": "JSON-LD", microdata: "microdata", rdfa: "RDFa" };
/** These stand open: the first thing that has something to mend is what people came for. */
const OPEN = 1;

/** The answer of structured-data: which rich results the page may have, then each thing with what is to be mended. */
export function StructuredData({ answer }: { answer: StructuredDataAnswer }) {
  const { page, summary, items, items_left_out, parse_faults, parse_faults_left_out, rich_results, open_graph } = answer;
  const worst = items.filter(({ issues }) => issues.some(({ severity }) => severity === "error")).slice(0, OPEN);
  return (
    <Panel className="overflow-hidden">
      <AnswerHead
        verdict={<Mark {...verdictOf(answer)} large />}
        summary={summary}
        facts={[page.url, ...fetchedFacts(page), ...countsOf(answer)]}
      />
      {rich_results.length > 0 ? (
        <PartTable
          label="Rich results"
          columns={[{ label: "Rich result" }, { label: "May it be shown?", className: "w-44" }]}
          rows={rich_results.map(({ name, state }) => ({ key: name, cells: [name, <Mark key="state" {...STATE[state]} />] }))}
        />
      ) : null}
      {parse_faults.length > 0 ? <Findings findings={parse_faults} leftOut={parse_faults_left_out} label="What could not be read" /> : null}
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: things have no names of their own, and their order stays.
        <Details key={index} summary={<ItemSummary item={item} />} open={worst.includes(item)}>
          <OneItem item={item} />
        </Details>
      ))}
      {open_graph.tags.length > 0 ? (
        <Details
          summary={`Open Graph: ${open_graph.tags.length} tags${open_graph.findings.length > 0 ? ` · ${severityCounts(open_graph.findings)}` : ""}`}
        >
          {open_graph.findings.length > 0 ? <Findings findings={open_graph.findings} label="Open Graph" /> : null}
          <Source text={open_graph.tags.map(({ key, content }) => `${key}: ${content}`).join("\n")} />
        </Details>
      ) : null}
      {items_left_out > 0 ? (
        <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">
          {items_left_out.toLocaleString("en")} more things not listed
        </p>
      ) : null}
    </Panel>
  );
}

function ItemSummary({ item: { types, format, where, issues, judged } }: { item: Item }) {
  return (
    <>
      <span className="font-strong text-ink">{types.join(", ") || "No type"}</span>{" "}
      <span className="text-1 text-ink-3">{`${FORMAT[format]} · ${where}`}</span>{" "}
      <span className="text-1">{severityCounts(issues) || (judged ? "nothing to mend" : "not judged")}</span>
    </>
  );
}

function OneItem({ item }: { item: Item }) {
  const { issues, issues_left_out, rich_results, why_not_judged, properties, properties_cut } = item;
  const notes = [why_not_judged, ...rich_results.map(({ name, note }) => note && `${name}: ${note}`)].filter(Boolean);
  return (
    <>
      {notes.length > 0 ? <p className="border-t border-line px-4 py-2.5 text-2 text-ink-2 md:px-5">{notes.join(" ")}</p> : null}
      {issues.length > 0 ? <Findings findings={issues} leftOut={issues_left_out} label="To mend" /> : null}
      <Source text={`${JSON.stringify(properties, null, 2)}${properties_cut ? "\n… cut" : ""}`} />
    </>
  );
}

function Source({ text }: { text: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it.
    <div tabIndex={0} className="max-h-80 overflow-y-auto border-t border-line px-4 py-3 focus-visible:-outline-offset-2 md:px-5">
      <pre className="num text-1 leading-4.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{text}</pre>
    </div>
  );
}

function verdictOf({ counts, items, parse_faults }: StructuredDataAnswer): { tone: Tone; word: string } {
  if (counts.items === 0 && parse_faults.length === 0) return { tone: "none", word: "None there" };
  if (items.every(({ judged }) => !judged) && counts.errors + counts.warnings === 0) return { tone: "unknown", word: "Not judged" };
  return worstOf([...parse_faults, ...items.flatMap(({ issues }) => issues)]);
}

function countsOf({ counts }: StructuredDataAnswer): (string | null)[] {
  const named = [
    ["JSON-LD", counts.json_ld],
    ["microdata", counts.microdata],
    ["RDFa", counts.rdfa],
  ] as const;
  return named.map(([name, count]) => (count > 0 ? `${count} in ${name}` : null));
}
