"use client";

import { Tabs } from "@base-ui/react/tabs";
import { useState } from "react";
import { Panel } from "@/components/ui/Panel";
import type { SeriesPoint, Step } from "./chartModel";
import { FigureTab, type FigureTabProps } from "./FigureTab";
import { FigureView } from "./FigureView";
import { FIGURE_KEYS, type FigureKey } from "./figures";

type Props = { tabs: FigureTabProps[]; series: SeriesPoint[]; before: SeriesPoint[] | null; step: Step };

/** Four figures; the chosen one is the chart. */
export function FiguresPanel({ tabs, series, before, step }: Props) {
  const [chosen, setChosen] = useState<FigureKey>("revenue");
  return (
    <Panel className="overflow-hidden">
      <Tabs.Root value={chosen} onValueChange={(next) => setChosen(next as FigureKey)}>
        <Tabs.List aria-label="Figures" className="grid grid-cols-2 gap-px border-b border-line bg-line md:grid-cols-4">
          {tabs.map((tab) => (
            <FigureTab key={tab.figure} {...tab} />
          ))}
        </Tabs.List>
        {FIGURE_KEYS.map((key) => (
          <Tabs.Panel key={key} value={key} tabIndex={-1} className="px-4 pt-4 pb-3 md:px-5">
            <FigureView figure={key} series={series} before={before} step={step} />
          </Tabs.Panel>
        ))}
      </Tabs.Root>
    </Panel>
  );
}
