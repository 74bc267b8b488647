import { CoinslotError } from "@/lib/errors";
import { toolContext } from "@/lib/tools/context";
import type { Tool, ToolContext } from "@/lib/tools/define";
import { Flow } from "@/lib/tools/flow";
import { RawAnswer } from "@/lib/tools/rawAnswer";
import { ToolRefusal } from "@/lib/tools/refusal";

/** What the payer gets: JSON as text, or bytes as somebody else gave them. */
export type Given = { status: number; contentType: string; body: string | Uint8Array };

export type Ran =
  /** `used`: atomic, of the price that the request made; null where the price is fixed. */
  | { kind: "answer"; answer: Given; used: bigint | null }
  /** The first part is there. `stop` ends the source. */
  | { kind: "flow"; flow: Flow; stop: () => void }
  | { kind: "no_answer"; error: CoinslotError };

const JSON_TYPE = "application/json; charset=utf-8";

/** Runs the tool within its time and holds the answer against its own schema. Never throws: no answer is a value. */
export async function run(tool: Tool, input: unknown, caller?: ToolContext["caller"]): Promise<Ran> {
  const stop = new AbortController();
  let flows = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ToolRefusal("too_slow", `No answer within ${tool.definition.timeoutMs / 1000} s.`, { kind: "timeout" }));
      stop.abort();
    }, tool.definition.timeoutMs);
  });
  try {
    const work = tool.run(input, toolContext(stop.signal, caller));
    // After a time-out nobody listens to the run any more; its late failure must not end the process.
    work.catch(() => undefined);
    const given = await Promise.race([work, late]);
    if (given instanceof Flow) {
      flows = true;
      return { kind: "flow", flow: given, stop: () => stop.abort() };
    }
    if (given instanceof RawAnswer) {
      const { status, contentType, body } = given;
      return { kind: "answer", answer: { status, contentType, body }, used: null };
    }
    const answer = tool.schema.output.safeParse(given);
    if (answer.success) {
      const made = { status: 200, contentType: JSON_TYPE, body: JSON.stringify(answer.data) };
      return { kind: "answer", answer: made, used: tool.used?.(input, answer.data) ?? null };
    }
    return {
      kind: "no_answer",
      error: new CoinslotError("tool_failed", "The tool's answer broke its own schema.", { reason: "bad_answer", cause: answer.error }),
    };
  } catch (cause) {
    return { kind: "no_answer", error: toError(cause) };
  } finally {
    clearTimeout(timer);
    if (!flows) stop.abort();
  }
}

const CODES = { refused: "tool_refused", unavailable: "tool_unavailable", timeout: "tool_timeout", busy: "tool_busy" } as const;

/** A tool's refusal in the market's terms; anything else that it throws is its failure. */
export function toError(cause: unknown): CoinslotError {
  if (CoinslotError.is(cause)) return cause;
  if (cause instanceof ToolRefusal) {
    const hint = cause.hint ? { hint: cause.hint } : {};
    const kept = cause.cause === undefined ? {} : { cause: cause.cause };
    const retry = cause.retryAfterSeconds === null ? {} : { retryAfterSeconds: cause.retryAfterSeconds };
    return new CoinslotError(CODES[cause.kind], cause.message, { reason: cause.reason, ...hint, ...retry, ...kept });
  }
  return new CoinslotError("tool_failed", undefined, { reason: "tool_failed", hint: "Try again, or with another input.", cause });
}
