"use client";

import { useState } from "react";
import { useMarket } from "../wallet/MarketContext";
import { choiceLabel, formFields } from "./formFields";
import { type CheckedForm, checkForm, type FormValues, inputOf, valuesOf, withValues } from "./formValues";
import { sellersSchema } from "./sellersSchema";
import type { ToolFacts } from "./toolFacts";
import { toolSchema } from "./toolSchemas";

/** What was said in a conversation, and what it cost (atomic), at the answers. */
export type Turn = { role: "user" | "assistant"; content: string; cost?: string };

function withTurns(checked: CheckedForm, turns: readonly Turn[]): CheckedForm {
  if (!checked.ok || turns.length === 0 || !Array.isArray(checked.input.messages)) return checked;
  const before = turns.map(({ role, content }) => ({ role, content }));
  return { ok: true, input: { ...checked.input, messages: [...before, ...checked.input.messages] } };
}

/** The form of a tool: its fields from the schema, what they hold, and if the schema takes it. */
export function useToolForm({ slug, shape, example }: Pick<ToolFacts, "slug" | "shape" | "example">, onChange: () => void) {
  const market = useMarket();
  const [schema] = useState(() => (shape ? sellersSchema(shape) : toolSchema(slug)));
  const [fields] = useState(() => formFields(schema));
  const [values, setValues] = useState<FormValues>(() => valuesOf(fields, example));
  const [turns, setTurns] = useState<readonly Turn[]>([]);
  const checked = withTurns(checkForm(schema, fields, values), turns);
  const change = (next: FormValues) => {
    setValues(next);
    onChange();
  };
  return {
    fields,
    values,
    input: checked.ok ? checked.input : inputOf(fields, values),
    checked,
    turns,
    /** A conversation goes on: what was said stands before the next message. */
    remember: (more: readonly Turn[]) => {
      setTurns(more);
      setValues((was) => ({ ...was, messages: "" }));
    },
    startOver: () => setTurns([]),
    /** Where the input's chain is named, for the first label's side. */
    side:
      !shape && fields.some(({ name }) => name === "chain") ? `on ${values.chain ? choiceLabel(values.chain) : market.networkName}` : null,
    setValue: (name: string, value: string) => change(withValues(fields, values, { [name]: value })),
    /** Fills in an example; what the example leaves out stays as it is. */
    fill: (input: Record<string, unknown>) =>
      change(
        withValues(
          fields,
          values,
          valuesOf(
            fields.filter(({ name }) => name in input),
            input,
          ),
        ),
      ),
  };
}
