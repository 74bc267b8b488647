"use client";

import { CircleCheck } from "lucide-react";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import type { HandleCheck } from "./useHandleCheck";

type Props = { value: string; onChange: (value: string) => void; check: HandleCheck; error: string | undefined };

/** The handle, with word at once whether it can be had. */
export function HandleField({ value, onChange, check, error }: Props) {
  const fault = error ?? (check.state === "taken" ? check.words : null);
  const help =
    check.state === "free" ? (
      <span className="inline-flex items-center gap-1.5 text-settled">
        <CircleCheck aria-hidden className="size-3.5" />
        {check.words}
      </span>
    ) : (
      check.words
    );
  return (
    <div aria-live="polite">
      <Field label="Handle" side="in the address of your tools" help={help} error={fault}>
        {(control) => (
          <Input
            {...control}
            mono
            value={value}
            maxLength={60}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            placeholder="kestrel"
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}
