import { createParser } from "eventsource-parser";

/** One event longer than this is no chat chunk. */
const LONGEST_EVENT = 1_000_000;

/** The data of each server-sent event, at the pace of whoever asks; leaving early closes the connection. */
export async function* eventData(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const ready: string[] = [];
  let pending = 0;
  const parser = createParser({ onEvent: ({ data }) => ready.push(data) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      pending += value.byteLength;
      parser.feed(decoder.decode(value, { stream: true }));
      if (ready.length > 0) pending = 0;
      if (pending > LONGEST_EVENT) throw new Error("an event without an end");
      yield* ready.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
