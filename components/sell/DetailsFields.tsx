"use client";

import type { ReactNode } from "react";
import type { Category } from "@/lib/tools/define";
import { Checkbox } from "../ui/Checkbox";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import { type Details, SHELVES } from "./details";
import { SecretFields } from "./SecretFields";

type Props = {
  details: Details;
  onChange: (details: Details) => void;
  faults: Readonly<Record<string, string>>;
  /** `/tools/kestrel/`: what stands before the name. */
  before: string;
  /** An endpoint that takes its payments itself has neither server nor key here. */
  direct?: boolean;
  /** Servers that the description names. */
  servers?: readonly string[];
};

/** Title, address, words, shelf, server and key of a new listing. */
export function DetailsFields({ details, onChange, faults, before, direct = false, servers = [] }: Props) {
  const set = <K extends keyof Details>(key: K, value: Details[K]) => onChange({ ...details, [key]: value });
  const text = (key: "title" | "name" | "description" | "upstream", label: string, more: Partial<TextProps> = {}) => (
    <TextField label={label} value={details[key]} onChange={(value) => set(key, value)} error={faults[key]} {...more} />
  );
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 md:grid-cols-2">
        {text("title", "Title", { side: "what buyers see", placeholder: "Weather" })}
        {text("name", "Name in addresses", {
          side: "for good",
          placeholder: "weather",
          mono: true,
          help: `${before}${details.name || "…"}. Left empty, it is made of the title.`,
        })}
      </div>
      {text("description", "What it is", { placeholder: "Forecasts and tides for any place on the coast." })}
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Shelf" error={faults.category}>
          {(control) => (
            <Select {...control} options={SHELVES} value={details.category} onChange={(value) => set("category", value as Category)} />
          )}
        </Field>
      </div>
      {direct ? null : (
        <>
          {text("upstream", "Address of your server", { mono: true, placeholder: "https://api.kestrel.example/v1" })}
          {servers.length > 1 ? <Servers servers={servers} onChoose={(value) => set("upstream", value)} /> : null}
          <SecretFields secret={details.secret} onChange={(secret) => set("secret", secret)} error={faults.secret} />
          <Checkbox checked={details.charge4xx} onChange={(value) => set("charge4xx", value)}>
            Charge for refusals of your server (400 to 499) too. Buyers are told before they pay.
          </Checkbox>
        </>
      )}
    </div>
  );
}

type TextProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  side?: string;
  help?: ReactNode;
  placeholder?: string;
  mono?: boolean;
};

function TextField({ label, value, onChange, error, side, help, placeholder, mono = false }: TextProps) {
  return (
    <Field label={label} side={side} help={help} error={error}>
      {(control) => (
        <Input
          {...control}
          mono={mono}
          value={value}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={!mono}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

function Servers({ servers, onChoose }: { servers: readonly string[]; onChoose: (server: string) => void }) {
  return (
    <p className="-mt-2 flex flex-wrap gap-x-3 gap-y-1 text-2 text-ink-3">
      Your document names
      {servers.slice(0, 8).map((server) => (
        <button key={server} type="button" className="link num text-1 [overflow-wrap:anywhere]" onClick={() => onChoose(server)}>
          {server}
        </button>
      ))}
    </p>
  );
}
