import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SamplePlace, SampleToken } from "../../env";
import { testAccount } from "../accounts";
import { dumpState } from "../chainState";
import type { Children } from "../children";
import { type CompiledContracts, compileContracts, contractSources } from "../compileContracts";
import { rpc } from "../rpc";
import { runAnvil } from "../runAnvil";
import { openBench } from "./bench";
import { HISTORY_SECONDS, placeActivity } from "./placeActivity";
import { placeMulticall } from "./placeMulticall";
import { placeSampleTokens } from "./placeSampleTokens";
import { placeUniswap } from "./placeUniswap";
import { placeUniswapV3 } from "./placeUniswapV3";
import { placeUsdc } from "./placeUsdc";

/** A furnished chain as it is before anybody uses it. */
export type Genesis = Samples & { stateFile: string };

type Samples = { sampleTokens: SampleToken[]; samplePlaces: SamplePlace[] };

/** Its history ends when it was built; one that is too old would tell of no trade in the last days. */
const KEEPS_MS = 3 * 86_400_000;

/** The furnished chain, from `cacheDir` when it was built of late from the same sources. */
export async function genesis(cacheDir: string, children: Children): Promise<Genesis> {
  const base = join(cacheDir, `genesis-${fingerprint()}`);
  const files = { state: `${base}.state.json`, samples: `${base}.samples.json` };
  const built = statSync(files.samples, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (Date.now() - built > KEEPS_MS) await build(files, cacheDir, children);
  return { stateFile: files.state, ...(JSON.parse(readFileSync(files.samples, "utf8")) as Samples) };
}

function fingerprint(): string {
  const own = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" }).filter((name) => /(?<!\.test)\.ts$/.test(name));
  const lock = join(import.meta.dirname, "..", "..", "..", "package-lock.json");
  const parts = [lock, ...own.sort().map((name) => join(import.meta.dirname, name))].map((file) => readFileSync(file, "utf8"));
  return createHash("sha256")
    .update(JSON.stringify([contractSources(), parts]))
    .digest("hex")
    .slice(0, 16);
}

async function build(files: { state: string; samples: string }, cacheDir: string, children: Children): Promise<void> {
  const contracts = compileContracts(cacheDir);
  mkdirSync(cacheDir, { recursive: true });
  const start = Math.floor(Date.now() / 1000) - HISTORY_SECONDS;
  const { rpcUrl, child } = await runAnvil({ children, name: "genesis", args: ["--timestamp", String(start)] });
  const { state, ...samples } = await furnish(rpcUrl, contracts, start);
  write(files.state, state);
  write(files.samples, JSON.stringify(samples satisfies Samples));
  await children.stop(child, "SIGKILL");
}

/** Everything that the local chain has from its beginning, on an empty one that mines each transaction at once. */
export async function furnish(rpcUrl: string, contracts: CompiledContracts, start: number): Promise<Samples & { state: Buffer }> {
  // Blocks follow each other by this clock, not by how quick this machine is.
  await rpc(rpcUrl, "anvil_setBlockTimestampInterval", [2]);
  const bench = openBench(rpcUrl);
  await placeMulticall(bench);
  await placeUsdc(bench);
  await placeUniswap(bench);
  const samples = await placeSampleTokens(bench, contracts);
  await placeUniswapV3(bench);
  const furnished = await placeActivity(bench, rpcUrl, contracts, samples, start);
  // Who pays with USDC alone needs no gas: the buyer proves it.
  await bench.setBalance(testAccount("buyer").address, 0n);
  await rpc(rpcUrl, "anvil_removeBlockTimestampInterval", []);
  return { ...furnished, state: withoutInnerCalls(await dumpState(rpcUrl)) };
}

type Traced = { info: { traces: { children: unknown[]; logs: unknown[]; ordering: unknown[] }[] } };

/**
 * Keeps of each transaction's course the outermost call only. Nodes keep no more of a month's transactions either, and
 * half of the state would be nothing else: it is read at each start and written after each payment.
 */
function withoutInnerCalls(state: Buffer): Buffer {
  const dump = JSON.parse(state.toString("utf8")) as { transactions: Traced[] };
  for (const { info } of dump.transactions) {
    info.traces = info.traces.slice(0, 1).map((outermost) => ({ ...outermost, children: [], logs: [], ordering: [] }));
  }
  return Buffer.from(JSON.stringify(dump));
}

/** Whole or not at all: two markets may build the same cache at once. */
function write(file: string, content: string | Buffer): void {
  const half = `${file}.${process.pid}`;
  rmSync(half, { force: true });
  writeFileSync(half, content);
  renameSync(half, file);
}
