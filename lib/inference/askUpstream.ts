import "server-only";
import { log } from "@/lib/log";
import { ToolRefusal } from "@/lib/tools/refusal";
import type { Upstream } from "./upstream";
import { upstreams } from "./upstreams";

export type Read<T> = (response: Response) => Promise<T>;

/** A server's fault that the next one may not have. */
export class UpstreamFault extends Error {
  override readonly name = "UpstreamFault";
  readonly busy: boolean;
  constructor(message: string, busy = false) {
    super(message);
    this.busy = busy;
  }
}

/**
 * Posts to one server after the other until `read` has what it wants of an answer. A server that refuses the request
 * itself (400 and the like) ends it: the next one would refuse as well.
 */
export async function askUpstream<T>(servers: Upstream[], path: string, body: string, signal: AbortSignal, read: Read<T>): Promise<T> {
  let busy = false;
  for (const upstream of servers) {
    try {
      const done = await read(await post(upstream, path, body, signal));
      upstreams.told(upstream, true);
      return done;
    } catch (error) {
      if (error instanceof ToolRefusal) throw error;
      if (signal.aborted) throw new ToolRefusal("too_slow", "The model server did not answer in time.", { kind: "timeout", cause: error });
      busy ||= error instanceof UpstreamFault && error.busy;
      upstreams.told(upstream, false);
      log("warn", "model_server_failed", { url: upstream.url, error });
    }
  }
  if (busy)
    throw new ToolRefusal("model_busy", "The model's server takes no more calls at the moment.", { kind: "busy", retryAfterSeconds: 5 });
  throw new ToolRefusal("upstream_failed", "No server of this model gave an answer.", {
    kind: "unavailable",
    hint: "Ask again in a minute, or choose another model.",
  });
}

async function post(upstream: Upstream, path: string, body: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(`${upstream.url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(upstream.key ? { authorization: `Bearer ${upstream.key}` } : {}) },
    body,
    signal,
    redirect: "error",
  });
  if (response.ok) return response;
  const { status } = response;
  const said = await beginningOf(response);
  // 401 and 403 are our key's fault, 404 and 408 the server's, 429 passes; the rest of 4xx is about the request.
  if (status >= 400 && status < 500 && ![401, 403, 404, 408, 429].includes(status)) {
    throw new ToolRefusal("model_refused", `The model's server refused the request: ${said}`, {
      hint: "Mend the request; nothing was charged.",
    });
  }
  throw new UpstreamFault(`answered ${status}: ${said}`, status === 429);
}

const LONGEST = 300;

/** What the server said, as one short printable line. */
async function beginningOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => "");
  let message = text;
  try {
    const { error } = JSON.parse(text) as { error?: { message?: unknown } | string };
    message = typeof error === "string" ? error : typeof error?.message === "string" ? error.message : text;
  } catch {
    // Not JSON: as it is.
  }
  return (
    message
      .replaceAll(/[^\x20-\x7e]+/g, " ")
      .trim()
      .slice(0, LONGEST) || `status ${response.status}`
  );
}
