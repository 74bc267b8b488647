import type { ChartRow } from "./chartModel";
import type { FigureKey } from "./figures";

/** What one step of the chart was, and the step of the period before under it. */
export function ChartTooltip({ row, figure }: { row: ChartRow | undefined; figure: FigureKey }) {
  if (!row) return null;
  return (
    <div className="rounded-[6px] bg-ink px-3 py-2 text-1 text-on-ink">
      <p className="opacity-80">{row.day}</p>
      <p className="num mt-1 font-label">
        {row.text}
        {figure === "calls" ? null : <span className="ml-3">{row.calls}</span>}
      </p>
      {row.beforeText === null ? null : (
        <p className="num mt-1 opacity-80">
          {row.beforeText}
          <span className="ml-3">{row.beforeDay}</span>
        </p>
      )}
    </div>
  );
}
