import "server-only";
import { UpstreamFault } from "@/lib/inference/askUpstream";
import { type Chunk, readChunk } from "@/lib/inference/chatChunks";
import { eventData } from "@/lib/inference/sse";
import { log } from "@/lib/log";
import { Flow, type FlowEnd } from "../../flow";
import type { ChatInput } from "./schema";
import { wantsUsage } from "./upstreamBody";
import { type ToldUsage, usedOf } from "./used";

/** A server that says nothing for so long in the middle of its answer is gone. */
const SILENCE_MS = 60_000;

const event = (data: string) => `data: ${data}\n\n`;

const BROKEN = event(
  JSON.stringify({
    error: {
      message: "The model's server broke off in the middle of the answer. The payment is recorded as broken.",
      type: "upstream_error",
      code: "answer_broken",
      param: null,
    },
  }),
);

/** Waits for the model's first token; what comes after it flows. A server that fails before is as if it had not been asked. */
export async function openFlow(input: ChatInput, response: Response): Promise<Flow> {
  if (!response.body || !response.headers.get("content-type")?.includes("text/event-stream")) throw new UpstreamFault("is no event stream");
  const source = eventData(response.body);
  const first: Chunk[] = [];
  try {
    for (;;) {
      const { done, value } = await source.next();
      const chunk = done ? null : readChunk(value);
      if (!chunk) throw new UpstreamFault("the stream ended before it began");
      first.push(chunk);
      if (chunk.text !== "" || chunk.finished) return flowFrom(input, first, source);
      if (first.length > 100) throw new UpstreamFault("a hundred chunks without a token");
    }
  } catch (error) {
    await source.return(undefined).catch(() => undefined);
    throw error;
  }
}

function flowFrom(input: ChatInput, first: Chunk[], source: AsyncGenerator<string>): Flow {
  const seen = { text: "", usage: null as ToldUsage, finished: false, end: "broken" as FlowEnd };
  async function* parts(): AsyncGenerator<string> {
    try {
      for (const chunk of first) yield* tell(chunk);
      for (;;) {
        const { done, value } = await inTime(source.next());
        const chunk = done ? null : readChunk(value);
        // Some servers forget the `[DONE]`; without a finished choice, it was cut off.
        if (done && !seen.finished) throw new UpstreamFault("the stream was cut off");
        if (!chunk) break;
        yield* tell(chunk);
      }
      seen.end = "whole";
      yield `: ${JSON.stringify({ used: usedOf(input, seen.usage, seen.text).toString() })}\n\n`;
      yield event("[DONE]");
    } catch (error) {
      log("warn", "model_stream_broken", { model: input.model, error });
      yield BROKEN;
    } finally {
      await source.return(undefined).catch(() => undefined);
    }
  }
  function* tell(chunk: Chunk): Generator<string> {
    seen.text += chunk.text;
    seen.usage = chunk.usage ?? seen.usage;
    seen.finished ||= chunk.finished;
    if (!chunk.usageOnly || wantsUsage(input)) yield event(chunk.raw);
  }
  return new Flow("text/event-stream; charset=utf-8", parts(), () => ({ end: seen.end, used: usedOf(input, seen.usage, seen.text) }));
}

/** The next event, or a fault when none comes for too long. */
async function inTime<T>(next: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new UpstreamFault("silent in the middle of its answer")), SILENCE_MS);
  });
  try {
    return await Promise.race([next, late]);
  } finally {
    clearTimeout(timer);
  }
}
