import { setTimeout as pause } from "node:timers/promises";
import type { Step } from "@/lib/devnet/startDevnet";
import { balanceOf, bestBlock, fund, type Payments, paymentsIn } from "./chain";
import type { Ground } from "./ground";
import type { Loader } from "./loader";
import type { Options } from "./options";
import type { Side } from "./sides";
import { BLOCK_SECONDS, type Kind, type LoadResult, type Mode, type SideName, type Terms } from "./types";
import { cpuMs, peakMb } from "./usage";

export type Stage = LoadResult & { kind: Kind; concurrent: number; chain: Omit<Payments, "nonces"> | null } & {
  /** CPU ms for each good answer: all that serves together, then each process, then what stands beside it. */
  cpu: { serving: number; each: Record<string, number>; chain: number; client: number } | null;
};

export type Books = {
  answered: number;
  used: number;
  /** What the seller's balance says, in payments. */
  received: number;
  /** Answered with 200, though nothing was paid; and paid, though nothing was answered. */
  servedUnpaid: number;
  paidUnserved: number;
};

export type SideResult = {
  side: SideName;
  mode: Mode;
  stages: Stage[];
  books: Books;
  /** How often the handler ran for fifty copies of one payment, and what they were answered. */
  copies: { sent: number; runs: number; statuses: Record<string, number> } | null;
  peakMb: { server: number | null; helpers: Record<string, number | null> };
};

export type Bench = { name: SideName; mode: Mode; side: Side; ground: Ground; loader: Loader; options: Options; step: Step };

const WALLETS = 100;
const COPIES = 50;
const PATIENCE_MS = 60_000;
const COPY_PATIENCE_MS = 20_000;
/** More than any side sends in a second. */
const FASTEST = 4_000;

/** One side in one mode, from the first call to the last. */
export async function measure(bench: Bench): Promise<SideResult> {
  const { name, mode, side, ground, loader, options, step } = bench;
  const terms = await readTerms(side);
  await step(`${name}: wallets`, async () => fund(ground.rpcUrl, terms.asset, await loader.wallets(WALLETS)));
  const before = { block: await bestBlock(ground.rpcUrl), balance: await balanceOf(ground.rpcUrl, terms.asset, terms.payTo) };
  await warmUp(bench, terms);
  const stages: Stage[] = [];
  if (mode === "automine") for (const kind of ["bare", "unpaid"] as const) stages.push(await stage(bench, terms, kind, 50, 3));
  for (const concurrent of options.concurrency[mode]) stages.push(await stage(bench, terms, "paid", concurrent, options.seconds[mode]));
  // What was sent but not waited for gets its block.
  await pause(1_000 * (BLOCK_SECONDS + 0.5));
  const books = await balanceBooks(bench, terms, before);
  const helpers = Object.fromEntries(Object.entries(side.helpers).map(([helper, pid]) => [helper, peakMb([pid])]));
  const peak = { server: peakMb([side.server]), helpers };
  // Last, since some servers don't recover from it.
  const copies = mode === "automine" ? await step(`${name}: ${COPIES} copies`, () => sendCopies(bench)) : null;
  return { side: name, mode, stages, books, copies, peakMb: peak };
}

/** The first payments one after the other: viem's nonce manager gives the same nonce twice before the first transaction. */
async function warmUp({ name, mode, side, loader, step }: Bench, terms: Terms): Promise<void> {
  const load = { target: side.target, patienceMs: PATIENCE_MS };
  await step(`${name}: warm-up`, async () => {
    await loader.sign(terms, 1_000);
    await loader.load({ ...load, kind: "paid", concurrent: 1, seconds: 1 });
    await loader.load({ ...load, kind: "bare", concurrent: 10, seconds: 1 });
    await loader.load({ ...load, kind: "unpaid", concurrent: 10, seconds: 1 });
    await loader.load({ ...load, kind: "paid", concurrent: mode === "automine" ? 10 : 100, seconds: 2 });
  });
}

async function stage(bench: Bench, terms: Terms, kind: Kind, concurrent: number, seconds: number): Promise<Stage> {
  const { name, mode, side, ground, loader, step } = bench;
  const { rpcUrl } = ground;
  if (kind === "paid") {
    const needed = mode === "automine" ? seconds * FASTEST : 7 * concurrent;
    await step(`${name}: signatures`, () => loader.sign(terms, needed + concurrent));
  }
  const processes = { server: side.server, ...side.helpers, chain: ground.pid("chain"), client: loader.pid };
  const used = () => Object.entries(processes).map(([process, pid]) => [process, cpuMs([pid])] as const);
  const from = await bestBlock(rpcUrl);
  const before = used();
  const alignTo = mode === "blocks" ? rpcUrl : undefined;
  const order = { kind, target: side.target, concurrent, seconds, patienceMs: PATIENCE_MS, alignTo };
  const result = await step(`${name}: ${kind}, ${concurrent} at once`, () => loader.load(order));
  // What a server puts off until after its answer is its own work too.
  await pause(300);
  const cpu = cpuEach(before, used(), result.good);
  if (kind !== "paid") return { ...result, kind, concurrent, cpu, chain: null };
  const { nonces: _, ...chain } = await paymentsIn(rpcUrl, terms.asset, from, await bestBlock(rpcUrl));
  return { ...result, kind, concurrent, cpu, chain };
}

type Reading = (readonly [process: string, ms: number | null])[];

function cpuEach(before: Reading, after: Reading, calls: number): Stage["cpu"] {
  if (after.some(([, ms]) => ms === null) || calls === 0) return null;
  const each = Object.fromEntries(after.map(([process, ms], i) => [process, ((ms ?? 0) - (before[i]?.[1] ?? 0)) / calls]));
  const { chain = 0, client = 0, ...serving } = each;
  return { serving: Object.values(serving).reduce((sum, ms) => sum + ms, 0), each: serving, chain, client };
}

async function balanceBooks({ ground, loader }: Bench, terms: Terms, before: { block: number; balance: bigint }): Promise<Books> {
  const { rpcUrl } = ground;
  const { nonces } = await paymentsIn(rpcUrl, terms.asset, before.block, await bestBlock(rpcUrl));
  const answered = new Set(await loader.served());
  const used = new Set(nonces);
  const received = (await balanceOf(rpcUrl, terms.asset, terms.payTo)) - before.balance;
  return {
    answered: answered.size,
    used: nonces.length,
    received: Number(received) / Number(terms.amount),
    servedUnpaid: [...answered].filter((nonce) => !used.has(nonce)).length,
    paidUnserved: [...used].filter((nonce) => !answered.has(nonce)).length,
  };
}

async function sendCopies({ side, loader }: Bench): Promise<SideResult["copies"]> {
  const runs = async () => ((await (await fetch(`${side.target.url}${side.target.runs}`)).json()) as { runs: number }).runs;
  const before = await runs();
  const statuses = await loader.copies(side.target, COPIES, COPY_PATIENCE_MS);
  return { sent: COPIES, runs: (await runs()) - before, statuses };
}

async function readTerms({ target }: Side): Promise<Terms> {
  const headers = { "content-type": "application/json" };
  const unpaid = await fetch(`${target.url}${target.echo}`, { method: "POST", headers, body: '{"text":"hello"}' });
  const header = Buffer.from(unpaid.headers.get("PAYMENT-REQUIRED") ?? "", "base64").toString();
  const [terms] = header ? (JSON.parse(header) as { accepts: Terms[] }).accepts : [];
  if (!terms) throw new Error(`${target.echo} answered ${unpaid.status} without terms: ${(await unpaid.text()).slice(0, 300)}`);
  return terms;
}
