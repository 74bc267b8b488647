import { Agent, request } from "node:http";

export type Call = { path: string; method: "GET" | "POST"; headers: Record<string, string>; body: string };
/** Medians of what the server says of its own steps, in ms. */
export type Steps = Record<string, number>;
export type LoadResult = {
  calls: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p99: number;
  statuses: Record<string, number>;
  steps: Steps;
};

/** Sends calls, `concurrent` at a time, over kept-alive connections, until `next` gives null. Times are of whole calls, in ms. */
export async function load(url: string, concurrent: number, next: () => Call | null): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrent });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const steps: Record<string, number[]> = {};
  const started = performance.now();
  const worker = async () => {
    for (let call = next(); call; call = next()) {
      const begun = performance.now();
      const { status, timing } = await send(agent, url, call);
      for (const [, step = "", ms] of timing.matchAll(/(\w+);dur=([\d.]+)/g)) steps[step] = [...(steps[step] ?? []), Number(ms)];
      times.push(performance.now() - begun);
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: concurrent }, worker));
  agent.destroy();
  const seconds = (performance.now() - started) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { calls: times.length, seconds, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99), statuses, steps: medians(steps) };
}

/** Calls for a number of seconds. */
export function forSeconds(seconds: number, call: Call): () => Call | null {
  const end = performance.now() + seconds * 1000;
  return () => (performance.now() < end ? call : null);
}

/** Each of these calls once. */
export function each(calls: Call[]): () => Call | null {
  let next = 0;
  return () => calls[next++] ?? null;
}

function medians(steps: Record<string, number[]>): Steps {
  return Object.fromEntries(Object.entries(steps).map(([step, ms]) => [step, ms.sort((a, b) => a - b)[ms.length >> 1] ?? 0]));
}

function send(agent: Agent, url: string, { path, method, headers, body }: Call): Promise<{ status: number; timing: string }> {
  const length = method === "POST" ? { "content-length": String(Buffer.byteLength(body)) } : {};
  return new Promise((resolve, reject) => {
    const outgoing = request(`${url}${path}`, { agent, method, headers: { ...headers, ...length } }, (incoming) => {
      incoming.resume();
      incoming.on("end", () => resolve({ status: incoming.statusCode ?? 0, timing: String(incoming.headers["server-timing"] ?? "") }));
    });
    outgoing.on("error", reject);
    outgoing.end(method === "POST" ? body : undefined);
  });
}
