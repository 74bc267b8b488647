import "server-only";
import type { Hub } from "./hub";

const HEARTBEAT_MS = 15_000;
/** Who does not read has this much waiting, and is let go: the browser comes back by itself. */
const MOST_WAITING = 256 * 1024;

/** The hub's events for one client; null when there are too many clients. */
export function eventStream(hub: Hub, signal: AbortSignal, heartbeatMs = HEARTBEAT_MS): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  const encoder = new TextEncoder();
  let out: ReadableStreamDefaultController<Uint8Array<ArrayBuffer>> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let leave: () => void = () => {};
  const end = () => {
    clearInterval(timer);
    leave();
    signal.removeEventListener("abort", end);
    try {
      out?.close();
    } catch {
      // The reader has closed it already.
    }
    out = undefined;
  };
  const send = (text: string) => {
    if (!out) return;
    if ((out.desiredSize ?? 0) <= 0) return end();
    out.enqueue(encoder.encode(text));
  };
  const joined = hub.join(send);
  if (!joined) return null;
  leave = joined;
  signal.addEventListener("abort", end);
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      start: (controller) => {
        out = controller;
        send("retry: 3000\n\n");
        timer = setInterval(() => send(": still here\n\n"), heartbeatMs);
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
}
