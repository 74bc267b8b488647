"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { parseUsdc } from "@/lib/money";

type Props = { min: string; max: string; onApply: (min: string, max: string) => void };

export function AmountFilterForm({ min, max, onApply }: Props) {
  const [from, setFrom] = useState(min);
  const [to, setTo] = useState(max);
  const [tried, setTried] = useState(false);
  const faults = tried ? amountFaults(from, to) : {};
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const { low, high } = amountFaults(from, to);
        if (!low && !high) onApply(from.trim(), to.trim());
      }}
    >
      <div className="grid grid-cols-2 gap-3">
        <Field label="At least" side="USDC" error={faults.low}>
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="decimal"
              value={from}
              onChange={(event) => setFrom(event.target.value)}
              placeholder="0.001"
              maxLength={24}
            />
          )}
        </Field>
        <Field label="At most" side="USDC" error={faults.high}>
          {(control) => (
            <Input
              {...control}
              mono
              inputMode="decimal"
              value={to}
              onChange={(event) => setTo(event.target.value)}
              placeholder="1"
              maxLength={24}
            />
          )}
        </Field>
      </div>
      <Button type="submit" variant="ink" size="sm" className="mt-4">
        Show these
      </Button>
    </form>
  );
}

function amountFaults(from: string, to: string): { low?: string; high?: string } {
  const [a, b] = [read(from), read(to)];
  return {
    ...(a === "bad" ? { low: "Write a number such as 0.005." } : {}),
    ...(b === "bad" ? { high: "Write a number such as 0.005." } : {}),
    ...(typeof a === "bigint" && typeof b === "bigint" && a > b ? { high: "This is less than the least." } : {}),
  };
}

function read(text: string): bigint | null | "bad" {
  try {
    return text.trim() === "" ? null : parseUsdc(text.trim());
  } catch {
    return "bad";
  }
}
