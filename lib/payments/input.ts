import type { z } from "zod";
import { CoinslotError, type FieldFault } from "@/lib/errors";
import type { Tool } from "@/lib/tools/define";
import { toolSchemas } from "@/lib/tools/jsonSchema";
import type { RequestFacts } from "./types";

/** The most that a tool's input may weigh. */
export const MAX_INPUT_BYTES = 64 * 1024;

export type ReadInput =
  | { kind: "input"; value: unknown }
  /** No input at all though the tool needs one: indexers probe so, and get the 402 with the schemas. */
  | { kind: "empty" };

/** Query (GET) or JSON body (POST) → the tool's parsed input. Faults throw 400 before any money is asked for. */
export function readInput(tool: Tool, facts: RequestFacts): ReadInput {
  const raw = facts.method === "GET" ? fromQuery(tool, facts.query) : fromBody(tool, facts);
  const parsed = tool.schema.input.safeParse(raw);
  if (!parsed.success && Object.keys(raw).length === 0) return { kind: "empty" };
  if (!parsed.success) throw inputFault(parsed.error);
  return { kind: "input", value: parsed.data };
}

/** 400 with each field's fault. */
export function inputFault(error: z.ZodError): CoinslotError {
  const fields: FieldFault[] = error.issues.slice(0, 20).map((issue) => ({
    field: issue.path.map(String).join(".") || "(input)",
    message: issue.message,
  }));
  return new CoinslotError("invalid_input", undefined, {
    fields,
    hint: "Mend the fields and send the request again; nothing was charged.",
  });
}

/** The fault of an empty input, for a request that already carries a payment. */
export function emptyInputFault(tool: Tool): CoinslotError {
  const parsed = tool.schema.input.safeParse({});
  return parsed.success ? new CoinslotError("invalid_input") : inputFault(parsed.error);
}

type Property = { type?: string };

/** A query knows text only: what the schema wants as something else is read as that, and left as it is where it can't be. */
function fromQuery(tool: Tool, query: URLSearchParams): Record<string, unknown> {
  const properties = (toolSchemas(tool).input.properties ?? {}) as Record<string, Property>;
  const names = [...new Set(query.keys())].filter((name) => name !== "__proto__").slice(0, 100);
  return Object.fromEntries(
    names.map((name) => [name, readAs(Object.hasOwn(properties, name) ? properties[name]?.type : undefined, query.getAll(name))]),
  );
}

function readAs(type: string | undefined, values: string[]): unknown {
  const text = values.at(-1) ?? "";
  if (type === "array") return values;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : text;
  const number = type === "number" || type === "integer" ? Number(text.trim() || Number.NaN) : Number.NaN;
  return Number.isFinite(number) ? number : text;
}

function fromBody(tool: Tool, facts: RequestFacts): Record<string, unknown> {
  if (facts.body.trim() === "") return fromQuery(tool, facts.query);
  let value: unknown;
  try {
    value = JSON.parse(facts.body);
  } catch (cause) {
    const hint = "Send a JSON object with content-type application/json; nothing was charged.";
    const why = cause instanceof Error ? cause.message.slice(0, 120) : "";
    throw new CoinslotError("invalid_json", `The body is not valid JSON: ${why}`, { hint });
  }
  if (value === null) return {};
  if (typeof value !== "object" || Array.isArray(value)) {
    throw new CoinslotError("invalid_input", "The input must be a JSON object.", { hint: "Send the fields as one JSON object." });
  }
  return value as Record<string, unknown>;
}
