"use client";

import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;

export function PayerFilterForm({ payer, onApply }: { payer: string; onApply: (payer: string) => void }) {
  const [text, setText] = useState(payer);
  const [error, setError] = useState<string | null>(null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const address = text.trim();
        if (!address || ADDRESS.test(address)) onApply(address.toLowerCase());
        else setError("An address is 0x and 40 hexadecimal characters. To look for a part of one, use the search.");
      }}
    >
      <Field label="Payer's address" error={error}>
        {(control) => (
          <Input
            {...control}
            mono
            value={text}
            onChange={(event) => setText(event.target.value)}
            placeholder="0x…"
            maxLength={60}
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" variant="ink" size="sm" className="mt-4">
        Show this payer
      </Button>
    </form>
  );
}
