import type { FieldHint, ToolSchema } from "@/lib/tools/define";
import { jsonSchema } from "@/lib/tools/jsonSchema";

export type FormField = {
  name: string;
  label: string;
  /** `list`: one text a line. `file`: its data: URL. `json`: anything else. `chat`: the next message of a conversation. */
  kind: "text" | "long" | "list" | "json" | "chat" | "file" | "number" | "boolean" | "choice";
  required: boolean;
  /** It is for machines; `always` is what the console sends in it. */
  hidden: boolean;
  always: boolean | undefined;
  /** For `choice`: the values, and what leaving it out is called. */
  choices: readonly string[];
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

type Property = { type?: string; enum?: unknown[]; description?: string; pattern?: string; items?: { type?: string } };

/** The form of a tool, from its schema: one field for each property. */
export function formFields(schema: ToolSchema): FormField[] {
  const made = jsonSchema(schema.input, "input");
  const required = Array.isArray(made.required) ? made.required : [];
  return Object.entries((made.properties ?? {}) as Record<string, Property>).map(([name, property]) => {
    const hint = schema.fields[name];
    const choices = Array.isArray(property.enum) ? property.enum.map(String) : [];
    const needed = required.includes(name);
    return {
      name,
      label: hint?.label ?? name,
      kind: kindOf(property, hint),
      required: needed,
      hidden: hint?.as === "hidden",
      always: hint?.always,
      choices,
      unset: hint?.placeholder ?? (name === "chain" ? "Market's network" : "Left out"),
      placeholder: hint?.placeholder ?? "",
      note: hint?.note ?? null,
      mono: hint?.mono ?? false,
      insteadOf: hint?.insteadOf ?? null,
      meaning: property.description ?? "",
      type: typeWords(property, choices, needed),
    };
  });
}

function kindOf({ type, enum: choices, items }: Property, hint: FieldHint | undefined): FormField["kind"] {
  if (hint?.as === "chat" || hint?.as === "long") return hint.as;
  if (hint?.as === "lines") return "list";
  if (hint?.file) return "file";
  if (Array.isArray(choices)) return "choice";
  if (type === "boolean") return "boolean";
  if (type === "number" || type === "integer") return "number";
  if (type === "array") return items?.type === "string" ? "list" : "json";
  return type === "object" ? "json" : "text";
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
