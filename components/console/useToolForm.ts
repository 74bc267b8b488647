"use client";

import { useState } from "react";
import { useMarket } from "../wallet/MarketContext";
import { choiceLabel, formFields } from "./formFields";
import { checkForm, type FormValues, inputOf, valuesOf, withValues } from "./formValues";
import { toolSchema } from "./toolSchemas";

/** The form of a tool: its fields from the schema, what they hold, and if the schema takes it. */
export function useToolForm(slug: string, example: Record<string, unknown>, onChange: () => void) {
  const market = useMarket();
  const schema = toolSchema(slug);
  const [fields] = useState(() => formFields(schema));
  const [values, setValues] = useState<FormValues>(() => valuesOf(fields, example));
  const change = (next: FormValues) => {
    setValues(next);
    onChange();
  };
  return {
    fields,
    values,
    input: inputOf(fields, values),
    checked: checkForm(schema, fields, values),
    /** Where the input's chain is named, for the first label's side. */
    side: fields.some(({ name }) => name === "chain") ? `on ${values.chain ? choiceLabel(values.chain) : market.networkName}` : null,
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
