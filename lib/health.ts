import "server-only";
import { db } from "@/db/client";
import { ping } from "@/db/queries/ping";
import { settlementChain } from "./chainClient";
import { paymentNetwork } from "./chains";
import { env } from "./env";
import { upstreams } from "./inference/upstreams";
import { log } from "./log";
import { engine } from "./settlement/engine";
import type { GasState } from "./settlement/watchBalances";
import { webhooks } from "./webhooks/webhooks";

export type Part = "ok" | "down";
/** `gas`: can the accounts pay for more settlements? `low` wants filling soon, `empty` takes no more calls. */
export type Health = { ok: boolean; network: string; ledger: Part; chain: Part; settlement: Part; gas: GasState };

/** Asks each part that a paid call needs. Starts the settlement engine and the webhooks' sender, so that left-overs are finished without a first call. */
export async function health(): Promise<Health> {
  const { network } = env();
  const [ledger, chain] = await Promise.all([
    part("ledger", () => ping(db())),
    part("chain", async () => {
      const id = await settlementChain().getChainId();
      if (id !== paymentNetwork(network).chainId) throw new Error(`RPC_URL serves chain ${id}, not ${network}`);
    }),
  ]);
  // What can be served is known before the first page is.
  await upstreams.seen();
  const settlement = await part("settlement", async () => void [engine(), webhooks()]);
  const gas = settlement === "ok" ? engine().gas() : "ok";
  return { ok: ledger === "ok" && chain === "ok" && settlement === "ok" && gas !== "empty", network, ledger, chain, settlement, gas };
}

async function part(name: string, ask: () => Promise<void>): Promise<Part> {
  try {
    await ask();
    return "ok";
  } catch (error) {
    log("warn", "health", { part: name, error });
    return "down";
  }
}
