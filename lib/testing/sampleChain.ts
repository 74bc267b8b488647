import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublicClient, http, type PublicClient } from "viem";
import { baseSepolia } from "viem/chains";
import { holdChildren } from "@/lib/devnet/children";
import { type Genesis, genesis } from "@/lib/devnet/genesis/genesis";
import { runAnvil } from "@/lib/devnet/runAnvil";

export type SampleChain = Genesis & { url: string; client: PublicClient; stop: () => Promise<void> };

/** The local chain as it is before anybody uses it, with its month of history; mines each transaction at once. */
export async function startSampleChain(): Promise<SampleChain> {
  const dir = mkdtempSync(join(tmpdir(), "coinslot-chain-"));
  const children = holdChildren(dir);
  const built = await genesis(join(".coinslot", "cache"), children);
  const { rpcUrl: url } = await runAnvil({ children, name: "chain", args: ["--load-state", built.stateFile] });
  const client = createPublicClient({ chain: baseSepolia, transport: http(url, { batch: true }), pollingInterval: 10 });
  const stop = async () => {
    await children.stopAll();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...built, url, client: client as unknown as PublicClient, stop };
}
