import "server-only";
import { connection } from "@/db/client";
import { directChain, settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { type Env, env } from "@/lib/env";
import { startRefunds } from "@/lib/refunds/start";
import { chainChecker } from "./chainCheck";
import { startFacilitators } from "./facilitators/start";
import { DEFAULT_FEE_CAP, feeOracle } from "./fees";
import { GasAccount } from "./gasAccount";
import { gasFloor } from "./gasFloor";
import { type Leases, startLeases } from "./leases";
import { node } from "./node";
import { SettlementQueue } from "./queue";
import type { Settler } from "./settler";
import { chainSubmitter } from "./submitter";
import { startUpkeep } from "./upkeep";
import type { GasState } from "./watchBalances";
import { receiptWatcher } from "./watcher";

export type Engine = {
  settler: Settler;
  queue: SettlementQueue;
  leases: Leases;
  gas: () => GasState;
  stop: () => Promise<void>;
};

const KEY = Symbol.for("coinslot.settlement");
type Holder = { [KEY]?: Engine };

/** The process's one settlement engine. On `globalThis`, since Next gives routes copies of a module. */
export function engine(): Engine {
  const holder = globalThis as Holder;
  holder[KEY] ??= start(env());
  return holder[KEY];
}

function start(settings: Env): Engine {
  const settler = makeSettler(settings);
  const leases = startLeases(settler.sql);
  // Without a key of its own the market has others settle.
  const remote = settler.accounts.length > 0 ? null : startFacilitators(settings, settler);
  const queue = new SettlementQueue(remote?.submit ?? chainSubmitter(settler), { maxBatch: 200, maxInFlight: 16, collectMs: 25 }, leases);
  const upkeep = startUpkeep(settler, queue, settings.local ? 1_000 : 4_000, remote?.again);
  const refunds = startRefunds(settler, settings.local ? 1_000 : 4_000);
  return {
    settler,
    queue,
    leases,
    gas: () => (remote && !remote.ready() ? "empty" : upkeep.gas()),
    stop: async () => {
      leases.stop();
      await Promise.all([upkeep.stop(), refunds.stop()]);
    },
  };
}

function makeSettler(settings: Env): Settler {
  const { network, settlerPrivateKeys, local } = settings;
  const client = settlementChain();
  const { asset, chainId } = paymentNetwork(network);
  const direct = directChain();
  const chain = node(direct);
  const feeCap = settings.maxFeeWei ?? DEFAULT_FEE_CAP;
  const fees = feeOracle(chain, feeCap);
  return {
    client,
    chain,
    sql: connection().sql,
    usdc: asset.address,
    network,
    chainId,
    accounts: settlerPrivateKeys.map((key) => new GasAccount(key)),
    fees,
    feeCap,
    floor: gasFloor(fees, settings.usdPerEth),
    check: chainChecker(direct, asset.address),
    walletFactories: settings.walletFactories,
    watcher: receiptWatcher(chain, local ? 20 : 400),
    watchMs: 60_000,
    stuckSeconds: local ? 6 : 12,
    finalBlocks: settings.finalBlocks,
  };
}
