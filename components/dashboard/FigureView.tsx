"use client";

import { useMemo } from "react";
import { ChartTable } from "./ChartTable";
import { chartRows, periodName, type SeriesPoint, type Step } from "./chartModel";
import { FigureChart } from "./FigureChart";
import { FIGURES, type FigureKey } from "./figures";

type Props = { figure: FigureKey; series: SeriesPoint[]; before: SeriesPoint[] | null; step: Step };

/** The chart of one figure: what its lines are, the lines, and the same as a table for screen readers. */
export function FigureView({ figure, series, before, step }: Props) {
  const rows = useMemo(() => chartRows(figure, series, before, step), [figure, series, before, step]);
  const { label, chart } = FIGURES[figure];
  const now = periodName(series, step);
  const each = step === "day" ? "a day" : "an hour";
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-1 text-2">
        <Key line="border-t-2 border-solid border-c-now">{now}</Key>
        {before ? (
          <Key line="border-t-2 border-dashed border-c-before" dim>
            {periodName(before, step)}
          </Key>
        ) : null}
        <span className="text-ink-3 md:ml-auto">
          {each}, {chart}, UTC
        </span>
      </div>
      <div className="mt-3">
        <FigureChart figure={figure} rows={rows} step={step} />
      </div>
      <ChartTable caption={`${label} ${each}, ${now}`} label={label} rows={rows} />
    </>
  );
}

function Key({ line, dim = false, children }: { line: string; dim?: boolean; children: string }) {
  return (
    <span className={dim ? "inline-flex items-center gap-2 text-ink-3" : "inline-flex items-center gap-2"}>
      <span aria-hidden className={`w-4 ${line}`} />
      {children}
    </span>
  );
}
