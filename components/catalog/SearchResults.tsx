"use client";

import Link from "next/link";
import { CodeTag } from "../ui/CodeTag";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { formatShare } from "../ui/formatShare";
import type { CatalogEntry } from "./catalogEntry";
import { Marked } from "./Marked";

type Props = { found: readonly CatalogEntry[]; total: number; words: readonly string[]; chosen: number; onChoose: (index: number) => void };

/** Best match first; the chosen row is what Enter opens. */
export function SearchResults({ found, total, words, chosen, onChoose }: Props) {
  return (
    <section className="mt-7 gap-x-6 lg:grid lg:grid-cols-[184px_1fr]">
      <div className="mb-3 lg:mb-0" role="status">
        <div className="num text-5 font-head">{found.length}</div>
        <div className="text-3 font-strong">
          of {total} {total === 1 ? "tool" : "tools"}
        </div>
        {found.length > 0 ? (
          <p className="mt-1 hidden text-2 text-ink-3 lg:block">Best match first. Arrow keys choose, Enter opens.</p>
        ) : null}
      </div>
      <div
        id="search-results"
        role="listbox"
        aria-label="Tools found"
        className={cx(found.length > 0 && "overflow-hidden rounded-panel border border-line-strong bg-surface", "self-start")}
      >
        {found.map((tool, index) => (
          <Link
            key={tool.code}
            id={`found-${tool.code}`}
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            href={`/tools/${tool.slug}`}
            onMouseEnter={() => onChoose(index)}
            className={cx(
              "grid grid-cols-[auto_1fr_auto] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-3.5 last:border-b-0 md:grid-cols-[auto_136px_1fr_auto]",
              index === chosen && "bg-selected shadow-[inset_2px_0_0_var(--ink)]",
            )}
          >
            <CodeTag code={tool.code} />
            <span className="min-w-0 truncate text-3 font-strong">
              <Marked text={tool.name} words={words} />
            </span>
            <span className="text-2 text-ink-2 max-md:order-last max-md:col-span-3">
              <Marked text={tool.question} words={words} />
            </span>
            <span className="num flex items-baseline gap-6 text-2 text-ink-3">
              {tool.runP50Ms === null ? null : <span className="hidden lg:inline">{formatMs(tool.runP50Ms)}</span>}
              {tool.answeredShare === null ? null : <span className="hidden lg:inline">{formatShare(tool.answeredShare)}</span>}
              {tool.unavailable ? <span className="hidden font-sans text-unknown lg:inline">out of order</span> : null}
              <span className={cx("text-3 font-strong", tool.unavailable ? "text-ink-3" : "text-ink")}>{tool.price}</span>
            </span>
          </Link>
        ))}
        {found.length === 0 ? (
          <p className="text-2 text-ink-2">
            No tool here answers that yet. Try a word from the question you have, or empty the search to see every shelf.
          </p>
        ) : null}
      </div>
    </section>
  );
}
