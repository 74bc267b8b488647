import type { Readable } from "node:stream";
import { type Dispatcher, request } from "undici";
import { type Body, readBody } from "./body";

export type HopAsk = {
  agent: Dispatcher;
  method: Dispatcher.HttpMethod;
  headers: Record<string, string>;
  signal: AbortSignal;
  body?: Uint8Array | null;
  /** The longest silence before the headers and between two pieces of the body; the agent's own where nothing is said. */
  silenceMs?: number;
};

/** One answer, its body still to be read or left. */
export type Hop = {
  status: number;
  headers: Record<string, string>;
  setCookies: string[];
  read: (maxBytes: number) => Promise<Body>;
  /** As it comes over the wire, still packed. */
  source: Readable;
  leave: () => void;
};

/** Asks once and follows nothing. */
export async function askHop(url: URL, { agent, method, headers, signal, body: sent = null, silenceMs }: HopAsk): Promise<Hop> {
  const times = silenceMs === undefined ? {} : { headersTimeout: silenceMs, bodyTimeout: silenceMs };
  const answer = await request(url, { dispatcher: agent, method, headers, signal, body: sent, responseHeaders: "raw", ...times });
  const { headers: told, setCookies } = readHeaders(answer.headers as unknown as (Buffer | string)[]);
  const { body } = answer;
  // A connection that breaks after nobody listens any more must not end the process.
  body.on("error", () => undefined);
  return {
    status: answer.statusCode,
    headers: told,
    setCookies,
    read: (maxBytes) => readBody(body, told["content-encoding"] ?? "", maxBytes),
    source: body,
    leave: () => void body.destroy(),
  };
}

/** Names and values take turns in the list. */
function readHeaders(raw: readonly (Buffer | string)[]): { headers: Record<string, string>; setCookies: string[] } {
  const headers: Record<string, string> = Object.create(null);
  const setCookies: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = String(raw[index]).toLowerCase();
    const value = String(raw[index + 1]).trim();
    if (name === "set-cookie") setCookies.push(value);
    else headers[name] = name in headers ? `${headers[name]}, ${value}` : value;
  }
  return { headers: { ...headers }, setCookies };
}
