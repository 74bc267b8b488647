import "server-only";
import { connection } from "@/db/client";
import { directChain, settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { type Env, env } from "@/lib/env";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/requirements";
import { chainChecker } from "./chainCheck";
import { facilitatorSubmitter } from "./facilitator";
import { DEFAULT_FEE_CAP, feeOracle } from "./fees";
import { GasAccount } from "./gasAccount";
import { type Leases, startLeases } from "./leases";
import { node } from "./node";
import { SettlementQueue } from "./queue";
import type { Settler } from "./settler";
import { chainSubmitter } from "./submitter";
import type { Submit } from "./types";
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
  const queue = new SettlementQueue(submitter(settings, settler), { maxBatch: 200, maxInFlight: 16 }, leases);
  const upkeep = startUpkeep(settler, queue, settings.local ? 1_000 : 4_000);
  return {
    settler,
    queue,
    leases,
    gas: upkeep.gas,
    stop: async () => {
      leases.stop();
      await upkeep.stop();
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
  return {
    client,
    chain,
    sql: connection().sql,
    usdc: asset.address,
    network,
    chainId,
    accounts: settlerPrivateKeys.map((key) => new GasAccount(key)),
    fees: feeOracle(chain, feeCap),
    feeCap,
    check: chainChecker(direct, asset.address),
    walletFactories: settings.walletFactories,
    watcher: receiptWatcher(chain, local ? 20 : 400),
    watchMs: 60_000,
    stuckSeconds: local ? 6 : 12,
    finalBlocks: settings.finalBlocks,
  };
}

function submitter(settings: Env, settler: Settler): Submit {
  const { network, facilitatorUrl } = settings;
  if (settler.accounts.length > 0) return chainSubmitter(settler);
  if (!facilitatorUrl) throw new Error("neither SETTLER_PRIVATE_KEY nor FACILITATOR_URL is set");
  const { asset } = paymentNetwork(network);
  return facilitatorSubmitter({
    url: facilitatorUrl,
    sql: settler.sql,
    client: settler.client,
    timeoutMs: 30_000,
    requirementsOf: ({ authorization: a }) => ({
      scheme: "exact",
      network,
      amount: a.value.toString(),
      asset: asset.address,
      payTo: a.to,
      maxTimeoutSeconds: MAX_TIMEOUT_SECONDS,
      extra: { ...asset.eip712 },
    }),
  });
}
