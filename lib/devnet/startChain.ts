import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SamplePlace, SampleToken } from "../env";
import { chainFiles, settleState } from "./chainState";
import type { Children } from "./children";
import { genesis } from "./genesis/genesis";
import { keepChain } from "./keepChain";
import { endLeftover } from "./processes";
import { rpc } from "./rpc";
import { runAnvil } from "./runAnvil";

export type Chain = { rpcUrl: string; sampleTokens: SampleToken[]; samplePlaces: SamplePlace[]; stopSaving: () => Promise<void> };

export type ChainOptions = { dir: string; cacheDir: string; children: Children; port?: number };

/**
 * Starts the local chain where it stopped the last time. Blocks come every second as well as with each transaction:
 * without the former the newest block's time would grow old, and payments signed "from a minute ago on" would look as
 * if they lay in the future.
 */
export async function startChain({ dir, cacheDir, children, port }: ChainOptions): Promise<Chain> {
  const files = chainFiles(dir);
  const pidFile = join(dir, "chain", "anvil.pid");
  if (existsSync(pidFile)) await endLeftover(Number(readFileSync(pidFile, "utf8")), files.exit, "SIGTERM");
  if (!existsSync(files.tokens)) {
    const { stateFile, sampleTokens, samplePlaces } = await genesis(cacheDir, children);
    copyFileSync(stateFile, files.state);
    writeFileSync(files.places, JSON.stringify(samplePlaces));
    writeFileSync(files.tokens, JSON.stringify(sampleTokens));
  }
  settleState(dir);
  rmSync(files.cache, { recursive: true, force: true });
  const { rpcUrl, child } = await runAnvil({ children, name: "chain", port, args: arguments_(files) });
  writeFileSync(pidFile, String(child.pid));
  await catchUp(rpcUrl);
  // A chain keeps the tokens that it was furnished with, whatever a newer checkout would deploy.
  const sampleTokens: SampleToken[] = JSON.parse(readFileSync(files.tokens, "utf8"));
  // One of an earlier checkout has none of the places.
  const samplePlaces: SamplePlace[] = existsSync(files.places) ? JSON.parse(readFileSync(files.places, "utf8")) : [];
  return { rpcUrl, sampleTokens, samplePlaces, stopSaving: keepChain(dir, rpcUrl) };
}

function arguments_(files: ReturnType<typeof chainFiles>): string[] {
  const saved = ["--load-state", files.state, "--dump-state", files.exit];
  return [...saved, "--block-time", "1", "--mixed-mining", "--max-persisted-states", "16", "--cache-path", files.cache];
}

/** The clock of a loaded chain must not lag behind the wall's. */
async function catchUp(rpcUrl: string): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  const isLate = async () =>
    Number((await rpc<{ timestamp: string }>(rpcUrl, "eth_getBlockByNumber", ["latest", false])).timestamp) < now - 2;
  if (!(await isLate())) return;
  try {
    await rpc(rpcUrl, "evm_setNextBlockTimestamp", [now]);
    await rpc(rpcUrl, "evm_mine", []);
  } catch (error) {
    // A block that came of itself meanwhile has the right time, and none may be older than it.
    if (await isLate()) throw error;
  }
}
