"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";

type Props<V extends string> = { label: string; options: readonly { value: V; label: string }[]; value: V; onChange: (value: V) => void };

/** Two to five views of one thing; the chosen one is filled with ink. */
export function Segmented<V extends string>({ label, options, value, onChange }: Props<V>) {
  return (
    <ToggleGroup
      aria-label={label}
      value={[value]}
      // Pressing the chosen one again would leave none: it stays chosen.
      onValueChange={(next) => next[0] !== undefined && onChange(next[0] as V)}
      className="inline-flex h-8 shrink-0 divide-x divide-line-strong rounded-control border border-line-strong bg-surface"
    >
      {options.map((option) => (
        <Toggle
          key={option.value}
          value={option.value}
          className="px-3 text-2 whitespace-nowrap font-label text-ink-2 first:rounded-l-[7px] last:rounded-r-[7px] hover:bg-hover data-pressed:bg-ink data-pressed:text-on-ink"
        >
          {option.label}
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
