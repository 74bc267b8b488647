import Link from "next/link";
import { CodeTag } from "../ui/CodeTag";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { formatShare } from "../ui/formatShare";
import type { CatalogEntry } from "./catalogEntry";

/** One slot of a shelf, with its label strip. The whole of it opens the tool. */
export function ToolCell({ tool }: { tool: CatalogEntry }) {
  return (
    <article className="relative flex min-w-0 flex-col bg-surface hover:bg-hover has-focus-visible:z-10">
      <div className="flex-1 px-4 pt-4 pb-4.5">
        <div className="flex items-baseline justify-between gap-3">
          <h3 className={cx("truncate text-3 font-strong", tool.unavailable && "text-ink-3")}>
            <Link
              href={`/tools/${tool.slug}`}
              className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus"
            >
              {tool.name}
            </Link>
          </h3>
          <span className="max-w-2/5 shrink-0 truncate text-2 text-ink-3">{tool.seller}</span>
        </div>
        <p className="mt-1 line-clamp-2 min-h-10 max-w-76 text-2 text-ink-2">{tool.question}</p>
      </div>
      <div className="num flex h-9 items-center gap-4 border-t border-line bg-paper px-4 text-1 text-ink-3">
        <CodeTag code={tool.code} />
        {tool.calls !== null && tool.calls > 1 ? <span className="whitespace-nowrap">{tool.calls.toLocaleString("en")} calls</span> : null}
        {tool.unavailable ? (
          <span className="truncate font-sans text-unknown" title={tool.unavailable}>
            out of order
          </span>
        ) : tool.direct ? (
          <span className="truncate font-sans">paid to the seller's server</span>
        ) : tool.runP50Ms === null ? (
          <span className="truncate">{!tool.told || (tool.calls !== null && tool.calls > 1) ? "" : "no calls yet"}</span>
        ) : (
          <>
            <span className="whitespace-nowrap">{formatMs(tool.runP50Ms)} p50</span>
            {tool.answeredShare === null ? null : <span className="whitespace-nowrap">{formatShare(tool.answeredShare)} ok</span>}
          </>
        )}
        <span className={cx("ml-auto text-3 font-strong whitespace-nowrap", tool.unavailable ? "text-ink-3" : "text-ink")}>
          {tool.price}
        </span>
      </div>
    </article>
  );
}
