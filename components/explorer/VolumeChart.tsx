"use client";

import { Bar, BarChart, CartesianGrid, Label, ReferenceDot, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { niceTicks, stepLabel, tickTexts } from "../dashboard/chartModel";
import { CHART_TEXT, timeAxis, valueAxis } from "../ui/chartAxes";
import type { VolumeBar } from "./volumeModel";

/** Filled is filtered, outlined is what was taken out of the raw volume. For the eye only: a table says the same. */
export function VolumeChart({ bars }: { bars: VolumeBar[] }) {
  const ticks = niceTicks(Math.max(0, ...bars.map((bar) => bar.filtered + bar.out)), false);
  const texts = tickTexts("revenue", ticks);
  const days = bars.map((bar) => bar.at);
  const labelled = [days[0], days[Math.round(days.length / 3)], days[Math.round((days.length * 2) / 3)], days.at(-1)].filter(
    (at) => at !== undefined,
  );
  const loud = bars.find((bar) => bar.note !== null);
  const shape = { isAnimationActive: false, stackId: "volume" } as const;
  return (
    <div aria-hidden className="h-[236px] max-md:h-[176px]">
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 920, height: 236 }}>
        <BarChart data={bars} margin={{ top: 26, right: 0, bottom: 0, left: 0 }} barCategoryGap="16%" accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <YAxis domain={[0, ticks.at(-1) ?? 1]} {...valueAxis(ticks, texts)} />
          <XAxis
            {...timeAxis(labelled)}
            tick={({ x, y, payload }: TickProps) => <DayTick x={x} y={y} at={payload?.value ?? 0} labelled={labelled} />}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--hover)" }}
            content={({ active, payload }) => (active ? <DayTip bar={payload?.[0]?.payload as VolumeBar | undefined} /> : null)}
          />
          <Bar {...shape} dataKey="filtered" fill="var(--c-now)" stroke="var(--c-now)" />
          <Bar {...shape} dataKey="out" fill="var(--c-raw)" fillOpacity={0.5} stroke="var(--c-before)" strokeWidth={1} />
          {loud ? (
            <ReferenceDot x={loud.at} y={loud.filtered + loud.out} r={0} ifOverflow="visible">
              <Label value={loud.note ?? ""} position="top" offset={6} className="max-md:hidden" fontSize={12} fill="var(--ink-2)" />
            </ReferenceDot>
          ) : null}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type TickProps = { x?: number | string; y?: number | string; payload?: { value: number } };

function DayTick({ x, y, at, labelled }: Omit<TickProps, "payload"> & { at: number; labelled: readonly number[] }) {
  const last = at === labelled.at(-1);
  return (
    <text
      x={x}
      y={Number(y) + 12}
      textAnchor={last ? "end" : at === labelled[0] ? "start" : "middle"}
      dx={last ? 4 : at === labelled[0] ? -10 : 0}
      {...CHART_TEXT}
    >
      {last ? "today" : stepLabel(new Date(at), "day")}
    </text>
  );
}

function DayTip({ bar }: { bar: VolumeBar | undefined }) {
  if (!bar) return null;
  const usd = (value: number) => `$${value.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  return (
    <div className="num rounded-control border border-line bg-surface px-3 py-2 text-1 shadow-float">
      <div className="text-ink-3">{stepLabel(new Date(bar.at), "day")}</div>
      <div>{usd(bar.filtered)} filtered</div>
      <div className="text-ink-2">{usd(bar.filtered + bar.out)} raw</div>
    </div>
  );
}
