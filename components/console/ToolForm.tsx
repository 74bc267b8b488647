"use client";

import { X } from "lucide-react";
import { Checkbox } from "../ui/Checkbox";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import { TextArea } from "../ui/TextArea";
import { FileField } from "./FileField";
import { choiceLabel, type FormField } from "./formFields";
import type { FormValues } from "./formValues";

type Props = {
  fields: readonly FormField[];
  values: FormValues;
  faults: Record<string, string>;
  disabled: boolean;
  /** At the right of the first label, such as "on Base Sepolia". */
  side: string | null;
  choices: Record<string, readonly string[]>;
  examples: readonly { name: string; input: Record<string, unknown> }[];
  onChange: (name: string, value: string) => void;
  onExample: (input: Record<string, unknown>) => void;
};

const WIDE = new Set<FormField["kind"]>(["text", "long", "list", "json", "chat", "file"]);
const TALL = new Set<FormField["kind"]>(["long", "list", "json", "chat"]);

/** The form of a tool, made from its schema. */
export function ToolForm({ fields, values, faults, disabled, side, choices, examples, onChange, onExample }: Props) {
  const shown = fields.filter(({ hidden }) => !hidden).map((field) => withChoices(field, choices[field.name]));
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {shown.map((field, index) => (
        <div
          key={field.name}
          className={WIDE.has(field.kind) || (field.kind === "choice" && field.mono) ? "min-w-0 md:col-span-2" : "min-w-0"}
        >
          <OneField
            field={field}
            value={values[field.name] ?? ""}
            fault={faults[field.name] ?? null}
            disabled={disabled}
            side={index === 0 ? side : null}
            onChange={(value) => onChange(field.name, value)}
          />
          {index === 0 && examples.length > 1 && !disabled ? <Examples examples={examples} onExample={onExample} /> : null}
        </div>
      ))}
    </div>
  );
}

/** What this market can serve, where the schema alone doesn't say. */
function withChoices(field: FormField, choices: readonly string[] | undefined): FormField {
  return choices && choices.length > 0 ? { ...field, kind: "choice", choices } : field;
}

type FieldProps = {
  field: FormField;
  value: string;
  fault: string | null;
  disabled: boolean;
  side: string | null;
  onChange: (value: string) => void;
};

function OneField({ field, value, fault, disabled, side, onChange }: FieldProps) {
  if (field.kind === "boolean") {
    return (
      <Checkbox checked={value === "true"} onChange={(on) => onChange(on ? "true" : "")} disabled={disabled}>
        {field.label}
      </Checkbox>
    );
  }
  return (
    <Field label={field.label} side={side} error={fault} help={value === "" ? field.note : null}>
      {(control) =>
        field.kind === "file" ? (
          <FileField control={control} name={field.name} value={value} disabled={disabled} onChange={onChange} />
        ) : field.kind === "choice" ? (
          <Select
            {...control}
            value={value}
            onChange={onChange}
            disabled={disabled}
            options={[
              ...(field.required ? [] : [{ value: "", label: field.unset }]),
              ...field.choices.map((choice) => ({ value: choice, label: field.mono ? choice : choiceLabel(choice) })),
            ]}
          />
        ) : TALL.has(field.kind) ? (
          <TextArea
            {...control}
            name={field.name}
            mono={field.mono || field.kind === "json"}
            placeholder={field.placeholder || (field.kind === "list" ? "One a line" : "")}
            required={field.required}
            value={value}
            disabled={disabled}
            spellCheck={field.kind === "chat"}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <div className="relative">
            <Input
              {...control}
              name={field.name}
              mono={field.mono}
              placeholder={field.placeholder}
              required={field.required}
              value={value}
              disabled={disabled}
              inputMode={field.kind === "number" ? "decimal" : undefined}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => onChange(event.target.value)}
              className="pr-9 text-ellipsis"
            />
            {value !== "" && !disabled ? (
              <button
                type="button"
                aria-label="Empty this field"
                onClick={() => onChange("")}
                className="absolute top-1/2 right-2 flex size-6 -translate-y-1/2 items-center justify-center rounded-tag"
              >
                <X aria-hidden className="size-3.5" />
              </button>
            ) : null}
          </div>
        )
      }
    </Field>
  );
}

function Examples({ examples, onExample }: Pick<Props, "examples" | "onExample">) {
  return (
    <div className="mt-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-0.5 text-2 text-ink-3">
      Try
      {examples.map((example) => (
        <button key={example.name} type="button" onClick={() => onExample(example.input)} className="link text-ink-2 hover:text-ink">
          {example.name}
        </button>
      ))}
    </div>
  );
}
