"use client";

import { useState } from "react";
import type { UploadedJson } from "@/lib/listings/uploadJson";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Tag } from "../ui/Tag";
import { type Choice, priceFault, priceOf } from "./pricing";
import { TagPrices } from "./TagPrices";

type Operation = UploadedJson["operations"][number];
type Props = { operations: readonly Operation[]; choice: Choice; onChange: (choice: Choice) => void; least: bigint; leastWords: string };

/** Rows drawn at once; the filter finds the others. */
const PAGE = 100;

/** Which operations are sold and for how much: all, by tag, or one by one. */
export function OperationPicker({ operations, choice, onChange, least, leastWords }: Props) {
  const [query, setQuery] = useState("");
  const [tag, setTag] = useState<string | null>(null);
  const [shown, setShown] = useState(PAGE);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = operations.filter((operation) => {
    if (tag !== null && !operation.tags.includes(tag)) return false;
    const text = `${operation.key} ${operation.question} ${operation.tags.join(" ")}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const turn = (on: boolean) => {
    const next = new Set(choice.on);
    for (const { key } of found) on ? next.add(key) : next.delete(key);
    onChange({ ...choice, on: next });
  };
  const fault = priceFault(choice.usual, least);
  return (
    <div className="grid gap-4">
      <Field label="Price a call" side="USDC" help={leastWords} error={fault} className="max-w-60">
        {(control) => (
          <Input
            {...control}
            mono
            inputMode="decimal"
            value={choice.usual}
            onChange={(event) => onChange({ ...choice, usual: event.target.value })}
          />
        )}
      </Field>
      <TagPrices operations={operations} chosen={tag} onChoose={setTag} choice={choice} onChange={onChange} least={least} />
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-52">
          <Input
            type="search"
            aria-label="Filter the operations"
            placeholder="Filter by path or word"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setShown(PAGE);
            }}
          />
        </div>
        <Button onClick={() => turn(true)}>{narrowed(query, tag) ? `Choose these ${found.length}` : "Choose all"}</Button>
        <Button onClick={() => turn(false)}>{narrowed(query, tag) ? "None of these" : "None"}</Button>
      </div>
      <p role="status" className="text-2 text-ink-3">
        {choice.on.size.toLocaleString("en")} of {operations.length.toLocaleString("en")} chosen
        {found.length < operations.length ? `, ${found.length.toLocaleString("en")} shown by the filter` : ""}
      </p>
      <ul className="divide-y divide-line border-y border-line">
        {found.slice(0, shown).map((operation) => (
          <Row key={operation.key} operation={operation} choice={choice} onChange={onChange} least={least} />
        ))}
      </ul>
      {found.length > shown ? (
        <Button className="justify-self-start" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, found.length - shown)} more
        </Button>
      ) : null}
    </div>
  );
}

const narrowed = (query: string, tag: string | null) => query.trim() !== "" || tag !== null;

function Row({ operation, choice, onChange, least }: { operation: Operation } & Pick<Props, "choice" | "onChange" | "least">) {
  const { key, method, path, question, deprecated } = operation;
  const on = choice.on.has(key);
  const own = choice.operations[key] ?? "";
  const toggle = (next: boolean) => {
    const keys = new Set(choice.on);
    if (next) keys.add(key);
    else keys.delete(key);
    onChange({ ...choice, on: keys });
  };
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1.5 py-2">
      <div className="min-w-0 flex-1 basis-72">
        <Checkbox checked={on} onChange={toggle}>
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="block text-3">{question}</span>
            <span className="num flex flex-wrap items-center gap-x-2 text-1 text-ink-3">
              <Tag>{method}</Tag>
              {path}
              {deprecated ? <Tag dashed>deprecated</Tag> : null}
            </span>
          </span>
        </Checkbox>
      </div>
      <Input
        mono
        inputMode="decimal"
        aria-label={`Price of ${key}`}
        aria-invalid={own.trim() && priceFault(own, least) ? true : undefined}
        placeholder={priceOf(operation, { ...choice, operations: {} })}
        value={own}
        onChange={(event) => onChange({ ...choice, operations: { ...choice.operations, [key]: event.target.value } })}
        className="max-w-28"
      />
    </li>
  );
}
