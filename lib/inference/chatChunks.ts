import { UpstreamFault } from "./askUpstream";

/** A chunk as it came, and what matters of it here. */
export type Chunk = {
  raw: string;
  /** Text of the model, or pieces of its tool calls. */
  text: string;
  finished: boolean;
  usage: Record<string, unknown> | null;
  /** Nothing but the usage, which OpenAI sends last when asked for it. */
  usageOnly: boolean;
};

/** Reads one event of a chat stream; null for `[DONE]`. Throws for what is no chunk, or an error. */
export function readChunk(raw: string): Chunk | null {
  if (raw.trim() === "[DONE]") return null;
  const value = parse(raw);
  if (value.error) throw new UpstreamFault("the stream carries an error");
  const choices = value.choices;
  if (!Array.isArray(choices)) throw new UpstreamFault("a chunk without choices");
  const deltas = choices.map((choice) => (isRecord(choice) && isRecord(choice.delta) ? choice.delta : {}));
  return {
    raw: raw.replaceAll(/[\r\n]+/g, " "),
    text: deltas.map(textOf).join(""),
    finished: choices.some((choice) => isRecord(choice) && typeof choice.finish_reason === "string"),
    usage: isRecord(value.usage) ? value.usage : null,
    usageOnly: choices.length === 0,
  };
}

function parse(raw: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw new UpstreamFault("a chunk that is not JSON");
  }
  if (!isRecord(value)) throw new UpstreamFault("a chunk that is no object");
  return value;
}

/** Whatever the model has said in it: text, reasoning under the names in use, a refusal, calls of tools. */
function textOf(delta: Record<string, unknown>): string {
  const texts = [delta.content, delta.reasoning_content, delta.reasoning, delta.refusal].filter((one) => typeof one === "string");
  const calls = delta.tool_calls ?? delta.function_call;
  return texts.join("") + (calls ? JSON.stringify(calls) : "");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
