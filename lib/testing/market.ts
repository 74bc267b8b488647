import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Address } from "viem";
import { connection } from "@/db/client";
import { settlementChain } from "@/lib/chainClient";
import { fillTestWallet } from "@/lib/devnet/faucet";
import { startDevnet } from "@/lib/devnet/startDevnet";
import { env } from "@/lib/env";
import { engine } from "@/lib/settlement/engine";
import { usdcAbi } from "@/lib/settlement/usdc";
import { type FaultProxy, faultProxy } from "./faultProxy";
import { TERMS } from "./terms";

export type TestMarket = {
  rpcUrl: string;
  databaseUrl: string;
  /** Puts 25 test USDC into a wallet. */
  fund: (address: Address) => Promise<void>;
  /** The wires to the chain and to the ledger. */
  chain: FaultProxy;
  ledger: FaultProxy;
  balanceOf: (address: Address) => Promise<bigint>;
  stop: () => Promise<void>;
};

/** A throw-away ledger and chain that this very process uses as its market. One a test file. */
export async function startTestMarket(settings: Record<string, string> = {}): Promise<TestMarket> {
  const dir = mkdtempSync(join(tmpdir(), "coinslot-test-"));
  const devnet = await startDevnet({ dir, fresh: true, volatile: true });
  const chain = await faultProxy(Number(new URL(devnet.rpcUrl).port));
  const ledger = await faultProxy(Number(new URL(devnet.databaseUrl).port));
  Object.assign(process.env, devnet.settings, settings);
  process.env.RPC_URL = `http://127.0.0.1:${chain.port}`;
  process.env.DATABASE_URL = Object.assign(new URL(devnet.databaseUrl), { host: `127.0.0.1:${ledger.port}` }).href;
  const minter = env().local?.minterPrivateKey;
  if (!minter) throw new Error("the test market must run on a local chain");
  return {
    rpcUrl: devnet.rpcUrl,
    databaseUrl: devnet.databaseUrl,
    chain,
    ledger,
    fund: async (address) => void (await fillTestWallet(address, minter)),
    balanceOf: (address) =>
      settlementChain().readContract({ address: TERMS.asset, abi: usdcAbi, functionName: "balanceOf", args: [address] }),
    stop: async () => {
      engine().stop();
      await connection().close();
      await Promise.all([chain.close(), ledger.close()]);
      await devnet.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
