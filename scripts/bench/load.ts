/** The load process: pays and counts. A process of its own, so that what it costs is no server's. */
import { Line } from "./line";
import { Payers, type Signed } from "./payers";
import type { Kind, Load, LoadResult, Target, Terms } from "./types";

export type Order =
  | { do: "wallets"; count: number }
  | { do: "sign"; terms: Terms; count: number }
  | { do: "load"; load: Load }
  | { do: "copies"; target: Target; count: number; patienceMs: number }
  | { do: "served" };

const BODY = JSON.stringify({ text: "hello" });
const EXPECTED: Record<Kind, string> = { bare: "200", posted: "200", unpaid: "402", paid: "200" };

let payers: Payers;
const pool: Signed[] = [];
/** Nonces of the payments whose call was answered with 200. */
const served: string[] = [];

async function obey(order: Order): Promise<unknown> {
  if (order.do === "wallets") {
    payers = new Payers(order.count);
    return payers.addresses;
  }
  if (order.do === "sign") return void pool.push(...payers.sign(order.terms, Math.max(0, order.count - pool.length)));
  if (order.do === "load") return run(order.load);
  if (order.do === "copies") return copies(order);
  return served;
}

function requestOf(kind: Kind, { url, live, echo }: Target, payment?: Signed): string {
  const { host } = new URL(url);
  if (kind === "bare") return `GET ${live} HTTP/1.1\r\nhost: ${host}\r\n\r\n`;
  const paid = payment ? `payment-signature: ${payment.header}\r\n` : "";
  return `POST ${echo} HTTP/1.1\r\nhost: ${host}\r\naccept: */*\r\ncontent-type: application/json\r\n${paid}content-length: ${BODY.length}\r\n\r\n${BODY}`;
}

async function run(load: Load): Promise<LoadResult> {
  const { kind, target, concurrent } = load;
  const plain = kind === "paid" ? "" : requestOf(kind, target);
  const lines = await openLines(target.url, concurrent);
  const sweep = setInterval(() => lines.map((line) => line.dropIfLate(load.patienceMs)), 500);
  const tally = { times: [] as number[], statuses: {} as Record<string, number>, samples: {} as Record<string, string> };
  if (load.alignTo) await nextBlock(load.alignTo);
  const started = performance.now();
  const deadline = started + load.seconds * 1000;
  let ended = started;
  let ranDry = false;
  const caller = async (line: Line) => {
    for (let begun = performance.now(); begun < deadline; begun = performance.now()) {
      const payment = kind === "paid" ? pool.pop() : undefined;
      if (kind === "paid" && !payment) {
        ranDry = true;
        return;
      }
      const { status, body } = await line.call(payment ? requestOf(kind, target, payment) : plain);
      ended = performance.now();
      tally.statuses[status] = (tally.statuses[status] ?? 0) + 1;
      if (status !== EXPECTED[kind]) tally.samples[status] ??= body.slice(0, 400);
      else {
        tally.times.push(ended - begun);
        if (payment) served.push(payment.nonce);
      }
    }
  };
  await Promise.all(lines.map(caller));
  clearInterval(sweep);
  for (const line of lines) line.close();
  return { ...summary(tally.times, tally.statuses, (ended - started) / 1000), samples: tally.samples, ranDry };
}

/** A few at a time: a server's queue of new connections is shorter than the longest row of callers. */
async function openLines(url: string, count: number): Promise<Line[]> {
  const lines = Array.from({ length: count }, () => new Line(url));
  for (let at = 0; at < count; at += 50) await Promise.all(lines.slice(at, at + 50).map((line) => line.open()));
  return lines;
}

async function nextBlock(rpcUrl: string): Promise<void> {
  const best = async () => {
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "eth_blockNumber", params: [] });
    const response = await fetch(rpcUrl, { method: "POST", headers: { "content-type": "application/json" }, body });
    return ((await response.json()) as { result: string }).result;
  };
  const first = await best();
  while ((await best()) === first) await new Promise((resolve) => setTimeout(resolve, 5));
}

function summary(times: number[], statuses: Record<string, number>, seconds: number) {
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const all = Object.values(statuses).reduce((sum, n) => sum + n, 0);
  const good = times.length;
  return {
    good,
    errors: all - good,
    seconds,
    perSecond: seconds > 0 ? good / seconds : 0,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    statuses,
  };
}

/** One payment, sent many times at the same moment. */
async function copies({ target, count, patienceMs }: { target: Target; count: number; patienceMs: number }) {
  const payment = pool.pop();
  const lines = await openLines(target.url, count);
  const sweep = setInterval(() => lines.map((line) => line.dropIfLate(patienceMs)), 500);
  const answers = await Promise.all(lines.map((line) => line.call(requestOf("paid", target, payment))));
  clearInterval(sweep);
  for (const line of lines) line.close();
  const statuses: Record<string, number> = {};
  for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  return statuses;
}

process.on("disconnect", () => process.exit(0));
process.on("message", async ({ id, order }: { id: number; order: Order }) => {
  try {
    process.send?.({ id, result: await obey(order) });
  } catch (error) {
    process.send?.({ id, error: error instanceof Error ? error.stack : String(error) });
  }
});
