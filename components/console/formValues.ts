import type { ToolSchema } from "@/lib/tools/define";
import type { FormField } from "./formFields";

/** What the form holds: text for every field, as typed; booleans as "true" or "". */
export type FormValues = Record<string, string>;

export type CheckedForm = { ok: true; input: Record<string, unknown> } | { ok: false; faults: Record<string, string> };

export function valuesOf(fields: readonly FormField[], input: Record<string, unknown>): FormValues {
  return Object.fromEntries(fields.map(({ name, kind }) => [name, textOf(kind, input[name])]));
}

/** The form after some fields were filled; a field that one of them stands in for is emptied. */
export function withValues(fields: readonly FormField[], values: FormValues, filled: FormValues): FormValues {
  const next = { ...values, ...filled };
  for (const { name, insteadOf } of fields) {
    if (insteadOf && filled[name] && !filled[insteadOf]) next[insteadOf] = "";
  }
  return next;
}

/** The input as it is sent: what is empty is left out. */
export function inputOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  for (const { name, kind, as, hidden, always } of fields) {
    const text = (values[name] ?? "").trim();
    if (hidden && always !== undefined) input[name] = always;
    else if (!hidden && text !== "") input[name] = valueIn(kind === "choice" && as !== "text" ? as : kind, text);
  }
  return input;
}

function textOf(kind: FormField["kind"], value: unknown): string {
  if (value === undefined || value === null) return "";
  if (kind === "list") return [value].flat().map(String).join("\n");
  if (kind === "chat") return String((value as { content?: unknown }[]).at(-1)?.content ?? "");
  return kind === "json" ? JSON.stringify(value, null, 2) : String(value);
}

/** What can't be read as what the field wants goes as it is, and the schema says what is wrong with it. */
function valueIn(kind: FormField["kind"], text: string): unknown {
  switch (kind) {
    case "number":
      return Number.isFinite(Number(text)) ? Number(text) : text;
    case "boolean":
      return text === "true";
    case "list":
      return text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
    case "chat":
      return [{ role: "user", content: text }];
    case "json":
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    default:
      return text;
  }
}

/** Held against the tool's own schema, the same that the server uses; one fault a field. */
export function checkForm(schema: ToolSchema, fields: readonly FormField[], values: FormValues): CheckedForm {
  const input = inputOf(fields, values);
  const parsed = schema.input.safeParse(input);
  if (parsed.success) return { ok: true, input };
  const faults: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? fields[0]?.name ?? "");
    faults[name] ??= missingCharacters(values[name] ?? "") ?? (values[name]?.trim() ? issue.message : "This one is needed.");
  }
  return { ok: false, faults };
}

/** An address that was cut while copying is the usual slip: say how much is gone. */
function missingCharacters(text: string): string | null {
  const missing = 42 - text.trim().length;
  if (!/^0x[0-9a-fA-F]*$/.test(text.trim()) || missing === 0) return null;
  const count = Math.abs(missing);
  const characters = `${count} ${count === 1 ? "character" : "characters"}`;
  return missing > 0 ? `${characters} ${count === 1 ? "is" : "are"} missing at the end.` : `${characters} too many.`;
}
