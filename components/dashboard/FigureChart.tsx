"use client";

import { Area, CartesianGrid, ComposedChart, Line, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { CHART_TEXT, timeAxis, valueAxis } from "../ui/chartAxes";
import { ChartTooltip } from "./ChartTooltip";
import { type ChartRow, labelledSteps, type Step, stepLabel, tickTexts, valueTicks } from "./chartModel";
import type { FigureKey } from "./figures";

type Props = { figure: FigureKey; rows: ChartRow[]; step: Step };

/** Now solid, before dashed, the step under way dotted. For the eye only: the table beside it says the same. */
export function FigureChart({ figure, rows, step }: Props) {
  const ticks = valueTicks(figure, rows);
  const texts = tickTexts(figure, ticks);
  const labelled = labelledSteps(rows);
  const last = rows.at(-1);
  const line = { type: "linear", dot: false, isAnimationActive: false, connectNulls: true } as const;
  return (
    <div aria-hidden className="h-[232px]">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 960, height: 232 }}>
        <ComposedChart data={rows} margin={{ top: 8, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <YAxis domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]} {...valueAxis(ticks, texts)} />
          <XAxis
            {...timeAxis(labelled)}
            tick={({ x, y, payload }: TickProps) => <StepTick x={x} y={y} at={payload?.value ?? 0} labelled={labelled} step={step} />}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--ink-3)", strokeWidth: 1 }}
            content={({ active, payload }) =>
              active ? <ChartTooltip row={payload?.[0]?.payload as ChartRow | undefined} figure={figure} /> : null
            }
          />
          <Area {...line} dataKey="done" stroke="none" fill="var(--c-fill)" activeDot={false} />
          <Line
            {...line}
            dataKey="before"
            stroke="var(--c-before)"
            strokeWidth={1.5}
            strokeDasharray="4 3"
            activeDot={dot("var(--c-before)")}
          />
          <Line {...line} dataKey="open" stroke="var(--c-now)" strokeWidth={2} strokeDasharray="1.5 3.5" activeDot={false} />
          <Line {...line} dataKey="done" stroke="var(--c-now)" strokeWidth={2} activeDot={dot("var(--c-now)")} />
          {last?.open == null ? null : (
            <ReferenceDot x={last.at} y={last.open} r={3.5} fill="var(--surface)" stroke="var(--c-now)" strokeWidth={2} />
          )}
        </ComposedChart>
      </ResponsiveContainer>
    </div>
  );
}

const dot = (fill: string) => ({ r: 4, fill, stroke: "var(--surface)", strokeWidth: 1.5 });

type TickProps = { x?: number | string; y?: number | string; payload?: { value: number } };

function StepTick({ x, y, at, labelled, step }: Omit<TickProps, "payload"> & { at: number; labelled: readonly number[]; step: Step }) {
  const index = labelled.indexOf(at);
  const last = index === labelled.length - 1;
  const text = last ? (step === "day" ? "today so far" : "this hour") : stepLabel(new Date(at), step);
  return (
    // There is no room for each of them on a phone.
    <text
      x={x}
      y={Number(y) + 12}
      textAnchor={last ? "end" : index === 0 ? "start" : "middle"}
      className={last || index === 0 ? undefined : index % 2 === 1 ? "max-md:hidden" : "max-[380px]:hidden"}
      {...CHART_TEXT}
    >
      {text}
    </text>
  );
}
