"use client";

import { Plus, X } from "lucide-react";
import { Button } from "../ui/Button";
import { Checkbox } from "../ui/Checkbox";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";

export type FieldDraft = { name: string; in: "path" | "query" | "header" | "body"; type: string; required: boolean; description: string };

const PLACES = [
  { value: "query", label: "Query" },
  { value: "path", label: "Path" },
  { value: "header", label: "Header" },
  { value: "body", label: "JSON body" },
];
const TYPES = ["string", "number", "integer", "boolean", "array", "object"].map((value) => ({ value, label: value }));
const NEW: FieldDraft = { name: "", in: "query", type: "string", required: false, description: "" };

type Props = { fields: readonly FieldDraft[]; onChange: (fields: FieldDraft[]) => void; error: string | undefined };

/** What a caller gives, field by field. */
export function EndpointFields({ fields, onChange, error }: Props) {
  const set = (index: number, change: Partial<FieldDraft>) =>
    onChange(fields.map((field, i) => (i === index ? { ...field, ...change } : field)));
  return (
    <fieldset>
      <legend className="mb-1.5 text-2 font-strong text-ink">What the caller gives</legend>
      <ul className="grid gap-3">
        {fields.map((field, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a field has no other name until it is given one.
          <li key={index} className="grid gap-2 rounded-control border border-line p-3">
            <div className="grid grid-cols-2 gap-2 md:grid-cols-[minmax(0,1fr)_132px_112px_auto]">
              <Input
                mono
                aria-label="Name of the field"
                placeholder="days"
                value={field.name}
                onChange={(event) => set(index, { name: event.target.value })}
              />
              <Select
                aria-label="Where it goes"
                options={PLACES}
                value={field.in}
                onChange={(place) => set(index, { in: place as FieldDraft["in"] })}
              />
              <Select aria-label="Its type" options={TYPES} value={field.type} onChange={(type) => set(index, { type })} />
              <Button
                variant="ghost"
                size="icon"
                aria-label={`Remove the field ${field.name}`}
                onClick={() => onChange(fields.filter((_, i) => i !== index))}
              >
                <X aria-hidden className="size-4" />
              </Button>
            </div>
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <div className="min-w-0 flex-1 basis-52">
                <Input
                  aria-label="What it means"
                  placeholder="What it means"
                  value={field.description}
                  onChange={(event) => set(index, { description: event.target.value })}
                />
              </div>
              <Checkbox checked={field.required || field.in === "path"} onChange={(required) => set(index, { required })}>
                Needed
              </Checkbox>
            </div>
          </li>
        ))}
      </ul>
      {error ? (
        <p role="alert" className="mt-2 text-2 text-failed">
          {error}
        </p>
      ) : null}
      <Button size="sm" className="mt-3" onClick={() => onChange([...fields, NEW])}>
        <Plus aria-hidden className="size-3.5" />
        Add a field
      </Button>
    </fieldset>
  );
}
