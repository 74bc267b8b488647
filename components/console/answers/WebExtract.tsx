"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import type { WebExtractAnswer } from "@/lib/tools/web-extract/schema";
import { CopyButton } from "../../ui/CopyButton";
import { Panel } from "../../ui/Panel";
import { Segmented } from "../../ui/Segmented";
import { Details } from "./parts/Details";
import { fetchedFacts } from "./parts/fetchedFacts";
import { Mark, type Tone } from "./parts/Mark";

const MarkdownPreview = dynamic(() => import("./parts/MarkdownPreview").then((m) => m.MarkdownPreview));

const KIND: Record<WebExtractAnswer["kind"], string> = { article: "Article", page: "Page", pdf: "PDF", text: "Text" };
const VIEWS = [
  { value: "read", label: "Preview" },
  { value: "source", label: "Markdown" },
] as const;

/** The answer of web-extract: who says what, then the text, to be read or to be taken. */
export function WebExtract({ answer }: { answer: WebExtractAnswer }) {
  const [view, setView] = useState<(typeof VIEWS)[number]["value"]>("read");
  const { markdown, page, links, images, links_total, images_total } = answer;
  return (
    <Panel className="overflow-hidden">
      <div className="p-4 [overflow-wrap:anywhere] md:p-5">
        <p className="text-2 text-ink-3">{[KIND[answer.kind], answer.site ?? hostOf(page.url)].join(" · ")}</p>
        <p className="text-5 font-head">{answer.title ?? "No title"}</p>
        {bylineOf(answer) ? <p className="text-2 text-ink-2">{bylineOf(answer)}</p> : null}
        <p className="num mt-2 text-1 leading-4.5 text-ink-3">{[page.url, ...fetchedFacts(page)].filter(Boolean).join(" · ")}</p>
        <div className="mt-3 flex flex-wrap gap-x-5 gap-y-1">
          {marksOf(answer).map((mark) => (
            <Mark key={mark.word} {...mark} />
          ))}
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line bg-paper px-4 py-2 md:px-5">
        <Segmented label="How the text is shown" options={VIEWS} value={view} onChange={setView} />
        <CopyButton text={markdown} what="the Markdown" label="Copy" />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach it. */}
      <div tabIndex={0} className="max-h-180 min-h-40 overflow-y-auto border-t border-line p-4 focus-visible:-outline-offset-2 md:p-5">
        {view === "read" ? (
          <MarkdownPreview text={markdown} />
        ) : (
          <pre className="num text-1 leading-4.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{markdown}</pre>
        )}
      </div>
      {links.length > 0 ? (
        <Details summary={`${links_total} ${links_total === 1 ? "link" : "links"}`}>
          <Addresses rows={links.map(({ url, text }) => ({ url, words: text }))} />
        </Details>
      ) : null}
      {images.length > 0 ? (
        <Details summary={`${images_total} ${images_total === 1 ? "picture" : "pictures"}`}>
          <Addresses rows={images.map(({ url, alt }) => ({ url, words: alt }))} />
        </Details>
      ) : null}
      <p className="border-t border-line bg-paper px-4 py-3 text-2 text-ink-3 md:px-5">{footOf(answer)}</p>
    </Panel>
  );
}

function Addresses({ rows }: { rows: readonly { url: string; words: string }[] }) {
  return (
    <ul className="border-t border-line px-4 py-2 text-2 [overflow-wrap:anywhere] md:px-5">
      {rows.map(({ url, words }) => (
        <li key={url} className="py-0.5">
          {words || <span className="text-ink-3">no words</span>} <span className="num text-1 text-ink-3">{url}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is worth knowing before the text is used, each with a word and an icon. */
function marksOf({ truncated, rendered, hidden, robots, language }: WebExtractAnswer): { tone: Tone; word: string }[] {
  const dropped = hidden.characters + hidden.invisible_characters;
  const { declared, detected } = language;
  const marks: { tone: Tone; word: string }[] = [{ tone: truncated ? "warn" : "good", word: truncated ? "Cut" : "Whole text" }];
  if (rendered) marks.push({ tone: "note", word: "Its scripts were run" });
  if (dropped > 0) marks.push({ tone: "note", word: `${dropped.toLocaleString("en")} hidden characters left out` });
  if (declared && detected && declared.split("-")[0] !== detected.split("-")[0])
    marks.push({ tone: "warn", word: `Claims ${declared}, reads as ${detected}` });
  if (robots.allowed === false) marks.push({ tone: "note", word: `robots.txt: ${robots.rule ?? "not for robots"}` });
  return marks;
}

function bylineOf({ author, published, modified, language }: WebExtractAnswer): string {
  const day = (date: string) => date.slice(0, 10);
  return [author, published && day(published), modified && `changed ${day(modified)}`, language.declared ?? language.detected]
    .filter(Boolean)
    .join(" · ");
}

function footOf({ word_count, reading_minutes, markdown, characters, method, pdf }: WebExtractAnswer): string {
  const how = { readability: "main part found", body: "whole body: no main part found", pdf: "from PDF", as_is: "as it came" }[method];
  const number = (count: number) => count.toLocaleString("en");
  const shown =
    markdown.length < characters ? `${number(markdown.length)} of ${number(characters)} characters` : `${number(characters)} characters`;
  const pages = pdf ? `${pdf.pages_read} of ${pdf.pages} ${pdf.pages === 1 ? "page" : "pages"}` : null;
  return [`${number(word_count)} words`, `${reading_minutes} min to read`, shown, pages, how].filter(Boolean).join(" · ");
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : url;
}
