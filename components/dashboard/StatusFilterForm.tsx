"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Checkbox } from "@/components/ui/Checkbox";
import { STATUS_NAMES } from "./filterWords";
import { STATUS_STATES, type StatusFilter } from "./paymentQuery";

const ALL = Object.keys(STATUS_STATES) as StatusFilter[];

export function StatusFilterForm({ chosen, onApply }: { chosen: readonly StatusFilter[]; onApply: (statuses: StatusFilter[]) => void }) {
  const [picked, setPicked] = useState<readonly StatusFilter[]>(chosen);
  const toggle = (status: StatusFilter, on: boolean) => setPicked(ALL.filter((s) => (s === status ? on : picked.includes(s))));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onApply([...picked]);
      }}
    >
      <div className="grid gap-2.5">
        {ALL.map((status) => (
          <Checkbox key={status} checked={picked.includes(status)} onChange={(on) => toggle(status, on)}>
            {STATUS_NAMES[status]}
          </Checkbox>
        ))}
      </div>
      <Button type="submit" variant="ink" size="sm" className="mt-4">
        Show these
      </Button>
    </form>
  );
}
