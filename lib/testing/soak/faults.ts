import type { PrivateKeyAccount } from "viem";
import { rpc } from "@/lib/devnet/rpc";
import type { FaultProxy } from "../faultProxy";
import type { RpcProxy } from "../rpcProxy";
import { setBalance } from "../setBalance";
import type { Server } from "./servers";

export type World = {
  random: () => number;
  servers: Server[];
  ledger: FaultProxy;
  chain: RpcProxy;
  /** The chain itself, past the proxy. */
  rpcUrl: string;
  /** Wallets that lose their money now and then. */
  spendthrifts: PrivateKeyAccount[];
  settler: `0x${string}`;
};

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** What may go wrong, each for a moment. */
export const FAULTS: Record<string, (w: World) => Promise<void>> = {
  "kill -9": async (w) => {
    await w.servers[Math.floor(w.random() * w.servers.length)]?.kill();
  },
  "ledger away": async (w) => {
    w.ledger.cut();
    await pause(200 + 1_300 * w.random());
    w.ledger.restore();
  },
  "chain slow": (w) => during(w, { delayMs: 600 }),
  "chain errors": (w) => during(w, { errors: 0.3 }),
  "chain dead": (w) => during(w, { errors: 1 }),
  "chain forgets": (w) => during(w, { forgets: 0.7 }),
  "chain lags": (w) => during(w, { lag: 2 }),
  "blocks stop": async (w) => {
    await rpc(w.rpcUrl, "evm_setAutomine", [false]);
    await rpc(w.rpcUrl, "evm_setIntervalMining", [0]);
    await pause(1_500);
    await rpc(w.rpcUrl, "evm_setIntervalMining", [1]);
    await rpc(w.rpcUrl, "evm_setAutomine", [true]);
  },
  "re-organisation": (w) => rpc(w.rpcUrl, "anvil_reorg", [1, []]),
  "fee spike": async (w) => {
    await rpc(w.rpcUrl, "anvil_setNextBlockBaseFeePerGas", ["0x77359400"]);
    await pause(500);
  },
  "wallet emptied": async (w) => {
    const wallet = w.spendthrifts[Math.floor(w.random() * w.spendthrifts.length)];
    if (wallet) await setBalance(w.rpcUrl, wallet.address, 0n, w.random() < 0.5);
  },
  "gas key empty": async (w) => {
    await rpc(w.rpcUrl, "anvil_setBalance", [w.settler, "0x1"]);
    await pause(1_000);
    await rpc(w.rpcUrl, "anvil_setBalance", [w.settler, "0x56bc75e2d63100000"]);
  },
};

async function during(w: World, faults: Partial<RpcProxy["faults"]>): Promise<void> {
  Object.assign(w.chain.faults, faults);
  await pause(500 + 1_500 * w.random());
  w.chain.heal();
}
