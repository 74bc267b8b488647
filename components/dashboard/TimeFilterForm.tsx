"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { ChoiceList } from "./ChoiceList";
import type { When } from "./paymentQuery";
import { RANGES } from "./ranges";

export type TimeChoice = { when: string; from: string; to: string };
type Props = { when: When; fromDay: string; toDay: string; onApply: (choice: TimeChoice) => void };

const CHOICES = [
  ...Object.entries(RANGES).map(([value, { label }]) => ({ value, label: `Last ${label}` })),
  { value: "all", label: "All time" },
];

/** A range that moves with the clock, or days of your own. */
export function TimeFilterForm({ when, fromDay, toDay, onApply }: Props) {
  const [from, setFrom] = useState(fromDay);
  const [to, setTo] = useState(toDay);
  const wrong = from !== "" && to !== "" && from > to;
  return (
    <>
      <ChoiceList label="Time" choices={CHOICES} chosen={when} onChoose={(value) => onApply({ when: value, from: "", to: "" })} />
      <form
        className="mt-3 border-t border-line pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!wrong && (from || to)) onApply({ when: "", from, to });
        }}
      >
        <div className="grid gap-3">
          <Field label="From" side="UTC">
            {(control) => <Input {...control} type="date" mono value={from} onChange={(event) => setFrom(event.target.value)} />}
          </Field>
          <Field label="To" side="UTC, the whole day" error={wrong ? "This is before the first day." : null}>
            {(control) => <Input {...control} type="date" mono value={to} onChange={(event) => setTo(event.target.value)} />}
          </Field>
        </div>
        <Button type="submit" variant="ink" size="sm" className="mt-4" disabled={!from && !to}>
          Show these days
        </Button>
      </form>
    </>
  );
}
