import type { Page } from "../../../web/readPage";
import type { Capped, Markup, PageFacts, Spot } from "../facts";
import { isElement, spotOf } from "./dom";
import { type Draft, newDraft } from "./draft";
import { linkHeader } from "./linkHeader";
import { walk } from "./walk";
import { wordsOf } from "./words";

/** Where a document has to have named its charset, with room for those that are late. */
const PRESCAN = 4_096;

/** Everything that the checks want to know of one page, so that its tree can be forgotten. Null where it is no web page. */
export function readPageFacts({ answer, decoded, html }: Page, asked: string, foundBy: PageFacts["foundBy"]): PageFacts | null {
  if (!decoded || !html) return null;
  const draft = newDraft(answer.url);
  const root = html.$.root()[0];
  if (root) walk(root, draft);
  draft.links.push(...linkHeader(answer.headers.link));
  const { status, headers, hops, truncated, firstByteMs, totalMs, ageSeconds, fetchedAt } = answer;
  const { text: _, ...charset } = decoded;
  return {
    ...markupOf(draft, root),
    url: answer.url,
    asked,
    foundBy,
    answer: { status, headers, hops, truncated, firstByteMs, totalMs, ageSeconds, fetchedAt },
    bytes: answer.body.length,
    cut: html.cut,
    decoded: charset,
    charsetAt: charsetPlace(answer.body),
    words: wordsOf(draft),
  };
}

function markupOf(draft: Draft, root: object | undefined): Markup {
  const { fields, labelled, text: _, ...rest } = draft;
  const children = root && "children" in root ? (root.children as { type: string }[]) : [];
  const mode = root && "x-mode" in root ? root["x-mode"] : undefined;
  return {
    ...rest,
    doctype: children.some(({ type }) => type === "directive"),
    quirks: mode === "quirks",
    unlabelled: unlabelledOf(fields, labelled),
  };
}

function unlabelledOf({ list, more }: Draft["fields"], labelled: ReadonlySet<string>): Capped<Spot> {
  const open = list.filter(({ id, element }) => isElement(element) && !(id !== null && labelled.has(id)));
  return { list: open.map(({ element }) => spotOf(element)), more };
}

function charsetPlace(body: Buffer): number | null {
  const found = /<meta\b[^>]{0,500}?charset\s*=/i.exec(body.subarray(0, PRESCAN).toString("latin1"));
  return found ? found.index + found[0].length : null;
}
