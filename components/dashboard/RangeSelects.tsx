"use client";

import { Select } from "@/components/ui/Select";
import { RANGES, type RangeKey } from "./ranges";
import { useFilterNavigation } from "./useFilterNavigation";

const OPTIONS = Object.entries(RANGES).map(([value, { label }]) => ({ value, label }));

/** Which days the overview shows, and whether it compares them. */
export function RangeSelects({ range, compare }: { range: RangeKey; compare: boolean }) {
  const { change } = useFilterNavigation();
  const comparisons = [
    { value: "on", label: `Compare: ${RANGES[range].before}` },
    { value: "off", label: "No comparison" },
  ];
  return (
    <div className="flex flex-wrap gap-2">
      <div className="w-28">
        <Select
          size="sm"
          aria-label="Range"
          options={OPTIONS}
          value={range}
          onChange={(next) => change({ range: next, when: null, from: null, to: null })}
        />
      </div>
      <div className="w-56 max-md:hidden">
        <Select
          size="sm"
          aria-label="Compare"
          options={comparisons}
          value={compare ? "on" : "off"}
          onChange={(next) => change({ compare: next === "off" ? "off" : null })}
        />
      </div>
    </div>
  );
}
