"use client";

import { useState } from "react";
import { METHODS, type Method } from "@/lib/gateway/types";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import { TextArea } from "../ui/TextArea";
import { DetailsFields } from "./DetailsFields";
import { type Details, detailsBody, NEW_DETAILS } from "./details";
import { EndpointFields, type FieldDraft } from "./EndpointFields";
import type { NewProps } from "./NewListing";
import { priceFault } from "./pricing";
import { SellStep } from "./SellStep";
import { useCreate } from "./useCreate";

type Draft = { method: Method; path: string; question: string; answerType: string; price: string; example: string; fields: FieldDraft[] };

const NEW: Draft = { method: "GET", path: "", question: "", answerType: "application/json", price: "0.01", example: "", fields: [] };
const FAULTS = [
  "title",
  "name",
  "description",
  "category",
  "upstream",
  "secret",
  "path",
  "question",
  "price",
  "answerType",
  "fields",
  "example",
];

/** One endpoint, described by hand. */
export function NewEndpoint({ before, least, leastWords, onMade }: NewProps) {
  const [draft, setDraft] = useState<Draft>(NEW);
  const [details, setDetails] = useState<Details>(NEW_DETAILS);
  const create = useCreate(onMade);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const example = readExample(draft.example);
  const wrongPrice = priceFault(draft.price, least);
  const text = (key: "path" | "question" | "answerType" | "price", label: string, placeholder: string, help?: string) => (
    <Field label={label} help={help} error={create.faults[key] ?? (key === "price" ? wrongPrice : undefined)}>
      {(control) => (
        <Input
          {...control}
          mono={key !== "question"}
          value={draft[key]}
          placeholder={placeholder}
          autoComplete="off"
          onChange={(event) => set({ [key]: event.target.value })}
        />
      )}
    </Field>
  );
  const make = () => create.mutate({ from: "endpoint", ...detailsBody(details), ...draft, fields: draft.fields, example: example ?? {} });
  return (
    <ol className="grid gap-10">
      <SellStep state={1} title="Describe the call">
        <div className="grid gap-4">
          {text("question", "What does it answer?", "What will the weather be in a city?")}
          <div className="grid gap-4 md:grid-cols-[128px_minmax(0,1fr)]">
            <Field label="Method">
              {(control) => (
                <Select
                  {...control}
                  options={METHODS.map((method) => ({ value: method, label: method }))}
                  value={draft.method}
                  onChange={(method) => set({ method: method as Method })}
                />
              )}
            </Field>
            {text("path", "Path below your server", "/forecast/{city}", "What stands in braces is filled in by the caller.")}
          </div>
          <EndpointFields fields={draft.fields} onChange={(fields) => set({ fields })} error={create.faults.fields} />
          <div className="grid gap-4 md:grid-cols-2">
            {text("answerType", "Kind of answer", "application/json")}
            {text("price", "Price a call, USDC", "0.01", leastWords)}
          </div>
          <Field
            label="An example"
            side="as JSON"
            help="An input that has an answer: the form begins with it."
            error={example === null ? "This is no JSON object." : create.faults.example}
          >
            {(control) => (
              <TextArea
                {...control}
                mono
                value={draft.example}
                spellCheck={false}
                placeholder={'{ "city": "Oslo" }'}
                onChange={(event) => set({ example: event.target.value })}
              />
            )}
          </Field>
        </div>
      </SellStep>
      <SellStep state={2} title="Say what it is and where it answers">
        <DetailsFields details={details} onChange={setDetails} faults={create.faults} before={before} />
        <div className="mt-6">
          <Button variant="ink" busy={create.isPending} disabled={example === null || wrongPrice !== null} onClick={make}>
            Make the listing
          </Button>
          <p className="mt-2 text-2 text-ink-3">It stays yours alone until you publish it.</p>
          <RefusedNote error={create.error} fields={FAULTS} />
        </div>
      </SellStep>
    </ol>
  );
}

function readExample(text: string): Record<string, unknown> | null {
  if (!text.trim()) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
