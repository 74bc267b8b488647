"use client";

import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

type Props = { checked: boolean; onChange: (checked: boolean) => void; disabled?: boolean; children: ReactNode };

/** A box and its words; both take the click. */
export function Checkbox({ checked, onChange, disabled, children }: Props) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: Base UI's checkbox inside is the control.
    <label className="inline-flex items-center gap-2 text-2">
      <Base.Root
        checked={checked}
        onCheckedChange={(next) => onChange(next)}
        disabled={disabled}
        className="flex size-4 shrink-0 items-center justify-center rounded-tag border border-line-input bg-surface data-checked:border-ink data-checked:bg-ink data-checked:text-on-ink"
      >
        <Base.Indicator>
          <Check aria-hidden className="size-3" strokeWidth={2.5} />
        </Base.Indicator>
      </Base.Root>
      {children}
    </label>
  );
}
