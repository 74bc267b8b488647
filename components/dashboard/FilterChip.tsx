"use client";

import { Popover } from "@base-ui/react/popover";
import { Plus, X } from "lucide-react";
import { type ReactNode, useState } from "react";
import { cx } from "@/components/ui/cx";

type Props = {
  /** What it filters by: "Status". */
  name: string;
  /** What is chosen, in words; null when nothing is. */
  chosen: string | null;
  onClear: (() => void) | null;
  /** What is inside; gets a function that closes it. */
  children: (close: () => void) => ReactNode;
};

/** Dashed with a plus while it is off; its choice and a cross once it is on. */
export function FilterChip({ name, chosen, onClear, children }: Props) {
  const [open, setOpen] = useState(false);
  const shape = "inline-flex h-8 shrink-0 items-center rounded-control border bg-surface text-2 font-label whitespace-nowrap";
  return (
    <span className={cx(shape, chosen ? "border-line-strong" : "border-dashed border-line-input text-ink-2")}>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          aria-label={chosen ? `${name}: ${chosen}` : `Filter by ${name.toLowerCase()}`}
          className={cx(
            "inline-flex h-full items-center gap-1.5 rounded-control pl-2.5 hover:bg-hover",
            chosen && onClear ? "pr-1.5" : "pr-2.5",
          )}
        >
          {chosen ? null : <Plus aria-hidden className="size-3.5 text-ink-3" />}
          {chosen ?? name}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner sideOffset={6} align="start" collisionPadding={12} className="z-50">
            <Popover.Popup className="w-[min(280px,calc(100vw-24px))] rounded-panel border border-line bg-surface p-4 shadow-float outline-none">
              <Popover.Title className="text-3 font-strong">{name}</Popover.Title>
              <div className="mt-3">{children(() => setOpen(false))}</div>
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {chosen && onClear ? (
        <button
          type="button"
          onClick={onClear}
          aria-label={`Clear the filter ${name.toLowerCase()}`}
          className="mr-1 inline-flex size-6 items-center justify-center rounded-tag text-ink-3 hover:bg-hover hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </span>
  );
}
