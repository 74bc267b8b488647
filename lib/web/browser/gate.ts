import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { ToolRefusal } from "../../tools/refusal";
import type { Web } from "../types";

export type Blocked = { url: string; reason: string };

/** What one call may bring in, over how many connections, and how many blocked requests are told by name. */
export type ProxyLimits = { bytes: number; connections: number; samples: number };

/** The header of what the proxy answers itself, in place of one that was turned away. */
export const MARK = "x-proxy-refused";

export type Gate = ReturnType<typeof gateOf>;

/** Counts what comes in, and remembers what was turned away. */
export function gateOf(web: Web, signal: AbortSignal, limits: ProxyLimits) {
  const held = new Set<Duplex>();
  const token = randomUUID();
  const refusals = new Map<string, ToolRefusal>();
  const blocked: Blocked[] = [];
  let blockedCount = 0;
  let bytes = 0;
  let opened = 0;
  let closed = false;
  const hold = (socket: Duplex) => {
    held.add(socket);
    socket.on("error", () => undefined);
    socket.once("close", () => held.delete(socket));
  };
  const cutAll = () => {
    for (const socket of held) socket.destroy();
  };
  const close = () => {
    closed = true;
    cutAll();
  };
  const refuse = (url: string, error: unknown) => {
    const refusal = error instanceof ToolRefusal ? error : new ToolRefusal("unreachable", "The host did not answer.", { cause: error });
    if (refusals.size < limits.connections) refusals.set(keyOf(url), refusal);
    blockedCount += 1;
    if (blocked.length < limits.samples) blocked.push({ url: url.slice(0, 300), reason: refusal.reason });
  };
  const count = (more: number) => {
    bytes += more;
    if (bytes > limits.bytes) cutAll();
  };
  const connect = async (host: string, port: number): Promise<Socket> => {
    opened += 1;
    if (opened > limits.connections || bytes > limits.bytes) {
      throw new ToolRefusal("too_much", "The page asks for more than a call may have.");
    }
    const socket = await web.connect(host, port, signal);
    hold(socket);
    // It came too late for its call.
    if (closed) socket.destroy();
    socket.on("data", (chunk: Buffer) => count(chunk.length));
    return socket;
  };
  const told = {
    /** The first of what was turned away; `blockedCount` counts all of it. */
    blocked: blocked as readonly Blocked[],
    blockedCount: () => blockedCount,
    /** Why this address was turned away, if it was: where it is https, some connection to its host. */
    refusalOf: (url: string) => refusals.get(keyOf(url)) ?? null,
    /** Is this an answer of the proxy's own, in place of one that was turned away? */
    isOwn: (headers: Record<string, string>) => headers[MARK] === token,
    /** More came in than a call may have, so the rest was cut off. */
    overfull: () => bytes > limits.bytes,
  };
  return { hold, close, refuse, connect, token, told };
}

/** Of a tunnel no more is known than where it leads. */
function keyOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url) url.hash = "";
  return url?.protocol === "http:" ? url.href : (url?.host ?? text);
}
