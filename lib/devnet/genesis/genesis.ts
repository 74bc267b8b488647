import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SamplePlace, SampleToken } from "../../env";
import { testAccount } from "../accounts";
import { dumpState } from "../chainState";
import type { Children } from "../children";
import { compileContracts, contractSources } from "../compileContracts";
import { runAnvil } from "../runAnvil";
import { openBench } from "./bench";
import { placeMulticall } from "./placeMulticall";
import { placeSampleTokens } from "./placeSampleTokens";
import { placeUniswap } from "./placeUniswap";
import { placeUniswapV3 } from "./placeUniswapV3";
import { placeUsdc } from "./placeUsdc";

/** A furnished chain as it is before anybody uses it. */
export type Genesis = Samples & { stateFile: string };

type Samples = { sampleTokens: SampleToken[]; samplePlaces: SamplePlace[] };

/** The furnished chain, from `cacheDir` when it was built before from the same sources. */
export async function genesis(cacheDir: string, children: Children): Promise<Genesis> {
  const base = join(cacheDir, `genesis-${fingerprint()}`);
  const files = { state: `${base}.state.json`, samples: `${base}.samples.json` };
  if (!existsSync(files.samples)) await build(files, cacheDir, children);
  return { stateFile: files.state, ...(JSON.parse(readFileSync(files.samples, "utf8")) as Samples) };
}

function fingerprint(): string {
  const own = readdirSync(import.meta.dirname).sort();
  const lock = join(import.meta.dirname, "..", "..", "..", "package-lock.json");
  const parts = [lock, ...own.map((name) => join(import.meta.dirname, name))].map((file) => readFileSync(file, "utf8"));
  return createHash("sha256")
    .update(JSON.stringify([contractSources(), parts]))
    .digest("hex")
    .slice(0, 16);
}

async function build(files: { state: string; samples: string }, cacheDir: string, children: Children): Promise<void> {
  const contracts = compileContracts(cacheDir);
  mkdirSync(cacheDir, { recursive: true });
  const { rpcUrl, child } = await runAnvil({ children, name: "genesis", args: [] });
  const bench = openBench(rpcUrl);
  await placeMulticall(bench);
  await placeUsdc(bench);
  await placeUniswap(bench);
  const sampleTokens = await placeSampleTokens(bench, contracts);
  await placeUniswapV3(bench);
  // Who pays with USDC alone needs no gas: the buyer proves it.
  await bench.setBalance(testAccount("buyer").address, 0n);
  write(files.state, await dumpState(rpcUrl));
  write(files.samples, JSON.stringify({ sampleTokens, samplePlaces: [] } satisfies Samples));
  await children.stop(child, "SIGKILL");
}

/** Whole or not at all: two markets may build the same cache at once. */
function write(file: string, content: string | Buffer): void {
  const half = `${file}.${process.pid}`;
  rmSync(half, { force: true });
  writeFileSync(half, content);
  renameSync(half, file);
}
