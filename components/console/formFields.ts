import type { FieldHint, ToolSchema } from "@/lib/tools/define";
import { jsonSchema } from "@/lib/tools/jsonSchema";
import { jsonProperty, type Property } from "./jsonProperty";

export type FormField = {
  name: string;
  label: string;
  /** `list`: one text a line. `file`: its data: URL. `json`: anything else. `chat`: the next message of a conversation. */
  kind: "text" | "long" | "list" | "json" | "chat" | "file" | "number" | "boolean" | "choice";
  required: boolean;
  /** It is for machines; `always` is what the console sends in it. */
  hidden: boolean;
  always: boolean | undefined;
  /** For `choice`: the values, what they are sent as, and what leaving it out is called. */
  choices: readonly string[];
  as: "text" | "number" | "boolean";
  unset: string;
  placeholder: string;
  note: string | null;
  mono: boolean;
  /** The field that is emptied when this one is filled. */
  insteadOf: string | null;
  /** The field's meaning, from the schema. */
  meaning: string;
  /** The field's type in words, for the page's table. */
  type: string;
};

/** The form of a tool, from its schema: one field for each property. */
export function formFields(schema: ToolSchema): FormField[] {
  const made = schema.json?.input ?? jsonSchema(schema.input, "input");
  const required = Array.isArray(made.required) ? made.required : [];
  return Object.entries((made.properties ?? {}) as Record<string, unknown>).map(([name, given]) => {
    const property = jsonProperty(made, given);
    const hint = schema.fields[name];
    const needed = required.includes(name);
    const choices = choicesOf(property, schema.json !== undefined);
    return {
      name,
      label: hint?.label ?? name,
      kind: choices.length > 0 ? "choice" : kindOf(property, hint, schema.json !== undefined),
      required: needed,
      hidden: hint?.as === "hidden",
      always: hint?.always,
      choices,
      as: choices.length > 0 ? valueKind(property) : "text",
      unset: hint?.placeholder ?? (name === "chain" && !schema.json ? "Market's network" : "Left out"),
      placeholder: hint?.placeholder ?? "",
      note: hint?.note ?? null,
      mono: hint?.mono ?? false,
      insteadOf: hint?.insteadOf ?? null,
      meaning: property.description ?? "",
      type: typeWords(property, choices, needed),
    };
  });
}

/** In a seller's form a switch has three states: left out is not the same as no. */
function choicesOf({ enum: choices, type }: Property, ofSeller: boolean): string[] {
  if (Array.isArray(choices)) return choices.filter((choice) => choice !== null && typeof choice !== "object").map(String);
  return ofSeller && type === "boolean" ? ["true", "false"] : [];
}

function valueKind({ enum: choices, type }: Property): FormField["as"] {
  if (type === "boolean") return "boolean";
  return choices?.every((choice) => typeof choice === "number" || choice === null) ? "number" : "text";
}

function kindOf({ type, items }: Property, hint: FieldHint | undefined, ofSeller: boolean): FormField["kind"] {
  if (hint?.as === "chat" || hint?.as === "long") return hint.as;
  if (hint?.as === "lines") return "list";
  if (hint?.file) return "file";
  if (type === "boolean") return "boolean";
  if (type === "number" || type === "integer") return "number";
  if (type === "array") return items?.type === "string" ? "list" : "json";
  return type === "object" || (ofSeller && type === undefined) ? "json" : "text";
}

/** "base-sepolia" → "Base Sepolia". */
export function choiceLabel(value: string): string {
  return value.replace(/(^|[-_ ])(\p{L})/gu, (_, gap: string, letter: string) => `${gap ? " " : ""}${letter.toUpperCase()}`);
}

function typeWords(property: Property, choices: readonly string[], required: boolean): string {
  const kind =
    choices.length > 0 ? choices.join(", ") : property.pattern?.startsWith("^0x[0-9a-fA-F]{40}") ? "address" : (property.type ?? "any");
  return required ? `${kind}, needed` : kind;
}
