import { Flow, type FlowEnd } from "@/lib/tools/flow";
import { RawAnswer } from "@/lib/tools/rawAnswer";
import { unpackParts } from "@/lib/web/body";
import { canUnpack } from "@/lib/web/decompress";
import type { Hop } from "@/lib/web/hop";
import { oddPacking } from "./refusals";

const FLOWING = /^(text\/event-stream|application\/(x-ndjson|ndjson|jsonl|x-jsonlines|stream\+json))\b/i;

export type FlowOptions = {
  contentType: string;
  maxBytes: number;
  /** Whoever reads has left. */
  signal: AbortSignal;
  /** It is over, whatever the reason. */
  onEnd: () => void;
};

/** Is this an answer that its server lets flow? */
export function flows({ headers }: Hop): boolean {
  return FLOWING.test(headers["content-type"] ?? "");
}

/** The upstream's answer as a flow, once its first part is there. One that ends without any is an empty answer. */
export async function openFlow(hop: Hop, { contentType, maxBytes, signal, onEnd }: FlowOptions): Promise<Flow | RawAnswer> {
  const encoding = hop.headers["content-encoding"] ?? "";
  if (!canUnpack(encoding)) {
    hop.leave();
    throw oddPacking();
  }
  const close = () => {
    hop.leave();
    onEnd();
  };
  signal.addEventListener("abort", close, { once: true });
  const source = unpackParts(hop.source, encoding);
  const first = await source.next();
  if (first.done) return new RawAnswer(hop.status, contentType, Buffer.alloc(0));
  let end: FlowEnd = "whole";
  const parts = async function* (): AsyncGenerator<Uint8Array | string> {
    let sent = 0;
    try {
      for (let step: IteratorResult<Buffer> = first; !step.done; step = await source.next()) {
        sent += step.value.length;
        if (sent > maxBytes) {
          end = "broken";
          yield lastWords(contentType, `The answer is longer than ${maxBytes} bytes, which is the most that is given on.`);
          return;
        }
        yield step.value;
      }
    } catch {
      end = "broken";
      yield lastWords(contentType, "The seller's API broke off in the middle of its answer.");
    } finally {
      signal.removeEventListener("abort", close);
      close();
    }
  };
  return new Flow(contentType, parts(), () => ({ end, used: null }));
}

/** In the form that whoever reads such a flow takes for an event or a line of its own. */
function lastWords(contentType: string, message: string): string {
  const said = JSON.stringify({ error: "answer_broken", message });
  return contentType.startsWith("text/event-stream") ? `\n\nevent: error\ndata: ${said}\n\n` : `\n${said}\n`;
}
