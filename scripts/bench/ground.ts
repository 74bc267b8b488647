import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Children, holdChildren } from "@/lib/devnet/children";
import { genesis } from "@/lib/devnet/genesis/genesis";
import { rpc } from "@/lib/devnet/rpc";
import { runAnvil } from "@/lib/devnet/runAnvil";
import type { SampleToken } from "@/lib/env";
import { BLOCK_SECONDS, type Mode } from "./types";

/** What one side stands on: a chain that nobody used before, and a folder of its own. */
export type Ground = {
  dir: string;
  children: Children;
  /** The process that was started under this name. */
  pid: (name: string) => number;
  rpcUrl: string;
  sampleTokens: SampleToken[];
  stop: () => Promise<void>;
};

const MINING: Record<Mode, string[]> = {
  // As the local chain of `npm start` is run.
  automine: ["--block-time", "1", "--mixed-mining"],
  blocks: ["--block-time", String(BLOCK_SECONDS)],
};
/** Room for every payment of a block, so that no side is measured by what its gas weighs: 2,000 single ones need 172 million. */
const ROOM = "0x17d78400";

/** A chain slows down as it grows, so each side and each way of mining gets a fresh one. */
export async function openGround(root: string, mode: Mode): Promise<Ground> {
  const dir = mkdtempSync(join(tmpdir(), "coinslot-bench-"));
  const held = holdChildren(join(dir, "logs"));
  const pids = new Map<string, number>();
  const children: Children = {
    ...held,
    start: (spec) => {
      const child = held.start(spec);
      if (child.pid) pids.set(spec.name, child.pid);
      return child;
    },
  };
  const stop = async () => {
    await held.stopAll();
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    const { stateFile, sampleTokens } = await genesis(join(root, ".coinslot", "cache"), children);
    const args = ["--load-state", stateFile, ...MINING[mode], "--max-persisted-states", "16", "--cache-path", join(dir, "cache")];
    const { rpcUrl } = await runAnvil({ children, name: "chain", args });
    await catchUp(rpcUrl);
    // Not by anvil's option: a loaded chain brings its own limit with it.
    await rpc(rpcUrl, "evm_setBlockGasLimit", [ROOM]);
    return { dir, children, pid: (name) => pids.get(name) ?? 0, rpcUrl, sampleTokens, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The chain was furnished some time ago; payments are signed by the wall's clock. */
async function catchUp(rpcUrl: string): Promise<void> {
  await rpc(rpcUrl, "evm_setNextBlockTimestamp", [Math.floor(Date.now() / 1000)]);
  await rpc(rpcUrl, "evm_mine", []);
}
