import { CATEGORIES, type Category } from "@/lib/tools/define";
import { cx } from "../ui/cx";
import type { CatalogEntry } from "./catalogEntry";
import { ToolCell } from "./ToolCell";

/** A category: its letter at the left, its slots at the right. */
export function Shelf({ category, tools }: { category: Category; tools: readonly CatalogEntry[] }) {
  const { name, line } = CATEGORIES[category];
  return (
    <section id={`shelf-${category}`} aria-labelledby={`shelf-${category}-name`} className="gap-x-6 lg:grid lg:grid-cols-[184px_1fr]">
      <div className="mb-3 flex items-baseline gap-2 lg:mb-0 lg:block">
        <span aria-hidden className="num text-4 font-head lg:num-lg lg:text-5">
          {category}
        </span>
        <h2 id={`shelf-${category}-name`} className="text-3 font-strong">
          {name}
        </h2>
        <p className="mt-1 hidden max-w-40 text-2 text-ink-3 lg:block">{line}</p>
      </div>
      {/* The gaps are the hairlines between the slots. */}
      <div className={cx("grid gap-px self-start overflow-hidden rounded-panel border border-line-strong bg-line", shape(tools.length))}>
        {tools.map((tool) => (
          <ToolCell key={tool.code} tool={tool} />
        ))}
        {fillers(tools.length).map((className) => (
          <div key={className} aria-hidden className={cx("bg-paper", className)} />
        ))}
      </div>
    </section>
  );
}

/** Two wide from 720 px, three wide from 1200 px; a shelf with fewer tools is as wide as they are. */
function shape(count: number): string {
  if (count === 1) return "md:w-1/2 lg:w-1/3";
  return count === 2 ? "md:grid-cols-2 lg:w-2/3" : "md:grid-cols-2 lg:grid-cols-3";
}

/** The empty end of the last row, so that no line is drawn into nothing. */
function fillers(count: number): string[] {
  if (count < 3) return [];
  const three = (3 - (count % 3)) % 3;
  return [...(count % 2 ? ["hidden md:block lg:hidden"] : []), ...(three ? [`hidden lg:block ${three === 2 ? "lg:col-span-2" : ""}`] : [])];
}
