import { cleanText } from "../../cleanText";
import { fetchedOf } from "../../web/fetchedOf";
import { baseUrl } from "../../web/head/linkTags";
import { metaTags } from "../../web/head/metaTags";
import { type Page, readPage } from "../../web/readPage";
import { reportRobots } from "../../web/robots/reportRobots";
import { countWords } from "../../web/severities";
import { readStructured } from "../../web/structured/readStructured";
import type { DataFault } from "../../web/structured/types";
import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { judge, type RichVerdict } from "./judge";
import { listItems } from "./listItems";
import { openGraph } from "./openGraph";
import { plainItem } from "./plainItem";
import type { StructuredDataAnswer, StructuredDataInput } from "./schema";

const MOST_ITEMS = 60;
const MOST_ISSUES = 60;
const MOST_FAULTS = 40;

type Item = StructuredDataAnswer["items"][number];

/** Fetches the page, reads all of its formats, and judges what it found. Nothing else is fetched. */
export async function run(input: StructuredDataInput, ctx: ToolContext): Promise<StructuredDataAnswer> {
  const request: WebRequest = { signal: ctx.signal, maxAgeSeconds: input.max_age ?? 0 };
  const page = await readPage(ctx.web, input.url, request);
  const html = htmlOf(page);
  const [data, robots] = await Promise.all([
    readStructured(html.$, page.decoded?.text ?? "", baseUrl(html.$, page.answer.url)),
    reportRobots(ctx.web, page.answer.url, request),
  ]);
  const now = new Date();
  const all = listItems(data.items);
  const judged = all.map(({ item, where }) => ({ item, where, ...judge(item, now) }));
  const items = judged.slice(0, MOST_ITEMS).map(({ item, where, known, whyNot, issues, results }): Item => {
    const { properties, cut } = plainItem(item);
    return {
      ...{ types: item.types.slice(0, 10).map((type) => cleanText(type, 200)), format: item.format, where },
      ...{ id: item.id === null ? null : cleanText(item.id, 300), properties, properties_cut: cut },
      ...{ judged: known, why_not_judged: whyNot, issues: issues.slice(0, MOST_ISSUES).map(cleanIssue) },
      ...{ issues_left_out: Math.max(0, issues.length - MOST_ISSUES), rich_results: results },
    };
  });
  const faults = data.faults.slice(0, MOST_FAULTS).map(faultFinding);
  const issues = [...judged.flatMap((one) => one.issues), ...data.faults.map(faultFinding)];
  const results = bestOf(judged.flatMap((one) => one.results));
  const graph = openGraph(metaTags(html.$));
  const count = (severity: string) => issues.filter((issue) => issue.severity === severity).length;
  const ofFormat = (format: string) => all.filter(({ item }) => item.format === format).length;
  return {
    page: fetchedOf(page.answer),
    summary: summaryOf(all.length, issues, results),
    counts: {
      ...{ items: all.length, json_ld: ofFormat("json-ld"), microdata: ofFormat("microdata"), rdfa: ofFormat("rdfa") },
      ...{ errors: count("error"), warnings: count("warning"), notices: count("notice") },
    },
    items,
    items_left_out: all.length - items.length,
    parse_faults: faults,
    parse_faults_left_out: data.faults.length - faults.length,
    rich_results: results,
    open_graph: graph,
    robots,
    cut: data.cut || html.cut || page.answer.truncated,
  };
}

function htmlOf({ answer, html, type }: Page): NonNullable<Page["html"]> {
  if (answer.status >= 400)
    throw new ToolRefusal("page_error", `The page answered ${answer.status}.`, { hint: "Ask for a page that is there." });
  if (!html)
    throw new ToolRefusal("not_a_page", `The address leads to ${type.mime ?? "something without a type"}.`, { hint: "Only HTML is read." });
  return html;
}

function cleanIssue(issue: Item["issues"][number]): Item["issues"][number] {
  return {
    ...issue,
    title: cleanText(issue.title, 300),
    path: issue.path && cleanText(issue.path, 200),
    where: issue.where && cleanText(issue.where, 200),
  };
}

function faultFinding({ code, format, where, line, column, why, mend, excerpt }: DataFault): StructuredDataAnswer["parse_faults"][number] {
  const nameless = code === "no_context" || code === "remote_context" || code === "no_type";
  const at = line !== null && column !== null ? `line ${line}, column ${column}` : null;
  return {
    ...{ id: `${format}.${code}`, severity: nameless ? "warning" : "error", title: why, where: at ? `${where}: ${at}` : where },
    ...{ why: nameless ? null : "Nothing of a script that can't be read is taken.", mend },
    ...{ format, line, column, excerpt: excerpt && cleanText(excerpt, 200) },
  };
}

/** What the page may have, each once: one thing that is eligible makes it so. */
function bestOf(results: readonly RichVerdict[]): StructuredDataAnswer["rich_results"] {
  const order = ["eligible", "not_eligible", "retired"] as const;
  const names = [...new Set(results.map(({ name }) => name))];
  return names.map((name) => {
    const states = results.filter((one) => one.name === name).map(({ state }) => state);
    return { name, state: order.find((state) => states.includes(state)) ?? "not_eligible" };
  });
}

function summaryOf(items: number, issues: Parameters<typeof countWords>[0], results: StructuredDataAnswer["rich_results"]): string {
  const of = (state: string) => results.filter((one) => one.state === state).map(({ name }) => name);
  if (items === 0)
    return issues.length > 0
      ? `There is structured data, and none of it can be read: ${countWords(issues)}.`
      : "The page holds no structured data.";
  const may = of("eligible");
  const mayNot = of("not_eligible");
  const parts = [`${items} ${items === 1 ? "thing" : "things"}: ${countWords(issues).toLowerCase()}.`];
  if (may.length > 0) parts.push(`Holds what is needed for: ${may.join(", ")}.`);
  if (mayNot.length > 0) parts.push(`Not yet for: ${mayNot.join(", ")}.`);
  return parts.join(" ");
}
