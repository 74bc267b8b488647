import type { Refusal } from "./callTypes";

/** Answers that the same input will get again: only another input helps. */
const FINAL = new Set(["tool_refused", "invalid_input"]);

/** What the server said in place of an answer, in one shape. */
export function refusalOf(status: number, body: unknown): Refusal {
  const said = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const text = (key: string) => (typeof said[key] === "string" ? said[key] : null);
  const fields = Array.isArray(said.fields) ? (said.fields as { field: string; message: string }[]) : [];
  const code = text("code") ?? text("error") ?? `http_${status}`;
  return {
    status,
    code,
    reason: text("reason"),
    message: fields[0] ? `${fields[0].field}: ${fields[0].message}` : (text("message") ?? `The market answered ${status}.`),
    hint: text("hint"),
    again: !FINAL.has(code),
  };
}
