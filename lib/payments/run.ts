import { CoinslotError } from "@/lib/errors";
import { toolContext } from "@/lib/tools/context";
import type { Tool } from "@/lib/tools/define";
import { ToolRefusal } from "@/lib/tools/refusal";

export type Ran = { kind: "answer"; body: string } | { kind: "no_answer"; error: CoinslotError };

/** Runs the tool within its time and holds the answer against its own schema. Never throws: no answer is a value. */
export async function run(tool: Tool, input: unknown): Promise<Ran> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new ToolRefusal("too_slow", `No answer within ${tool.definition.timeoutMs / 1000} s.`, { kind: "timeout" }));
      stop.abort();
    }, tool.definition.timeoutMs);
  });
  try {
    const work = tool.run(input, toolContext(stop.signal));
    // After a time-out nobody listens to the run any more; its late failure must not end the process.
    work.catch(() => undefined);
    const answer = tool.schema.output.safeParse(await Promise.race([work, late]));
    if (answer.success) return { kind: "answer", body: JSON.stringify(answer.data) };
    return {
      kind: "no_answer",
      error: new CoinslotError("tool_failed", "The tool's answer broke its own schema.", { reason: "bad_answer", cause: answer.error }),
    };
  } catch (cause) {
    return { kind: "no_answer", error: toError(cause) };
  } finally {
    clearTimeout(timer);
    stop.abort();
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
