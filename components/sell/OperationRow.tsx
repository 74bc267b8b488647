"use client";

import { useState } from "react";
import type { OperationJson } from "@/lib/listings/listingJson";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { CodeTag } from "../ui/CodeTag";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Tag } from "../ui/Tag";
import { TextArea } from "../ui/TextArea";
import type { OperationChange } from "./OperationsEditor";
import { priceFault } from "./pricing";

type Props = { operation: OperationJson; change: OperationChange; onChange: (change: OperationChange) => void; least: bigint };

/** One operation: on or off, its price, and its words behind a press. */
export function OperationRow({ operation, change, onChange, least }: Props) {
  const [open, setOpen] = useState(false);
  const { key, code, method, path } = operation;
  const question = change.question ?? operation.question;
  const price = change.price ?? operation.price;
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <Checkbox checked={change.enabled ?? operation.enabled} onChange={(enabled) => onChange({ enabled })}>
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="block text-3">{question}</span>
              <span className="num flex flex-wrap items-center gap-x-2 text-1 text-ink-3">
                {code ? <CodeTag code={code} /> : null}
                <Tag>{method}</Tag>
                {path}
              </span>
            </span>
          </Checkbox>
        </div>
        <Input
          mono
          inputMode="decimal"
          aria-label={`Price of ${key}`}
          aria-invalid={priceFault(price, least) ? true : undefined}
          value={price}
          onChange={(event) => onChange({ price: event.target.value })}
          className="max-w-28"
        />
        <Button size="sm" variant="ghost" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? "Close" : "Words"}
        </Button>
      </div>
      {open ? <Words operation={operation} change={change} onChange={onChange} /> : null}
    </li>
  );
}

function Words({ operation, change, onChange }: Omit<Props, "least">) {
  const [example, setExample] = useState(JSON.stringify(change.example ?? operation.example, null, 2));
  const [fault, setFault] = useState<string | null>(null);
  const readExample = (text: string) => {
    setExample(text);
    try {
      const value: unknown = JSON.parse(text);
      const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
      setFault(isObject ? null : "This is no JSON object.");
      if (isObject) onChange({ example: value as Record<string, unknown> });
    } catch {
      setFault("This is no JSON.");
    }
  };
  return (
    <div className="mt-3 grid gap-4 border-l border-line pl-4">
      <Field label="What it answers">
        {(control) => (
          <Input
            {...control}
            value={change.question ?? operation.question}
            maxLength={160}
            onChange={(event) => onChange({ question: event.target.value })}
          />
        )}
      </Field>
      <Field label="More about it" side="optional">
        {(control) => (
          <TextArea
            {...control}
            value={change.description ?? operation.description}
            maxLength={2_000}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label="An example" side="as JSON" help="An input that has an answer: the form begins with it." error={fault}>
        {(control) => (
          <TextArea {...control} mono spellCheck={false} value={example} onChange={(event) => readExample(event.target.value)} />
        )}
      </Field>
    </div>
  );
}
