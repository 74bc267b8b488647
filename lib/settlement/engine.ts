import "server-only";
import type { Address } from "viem";
import { connection } from "@/db/client";
import { settlementChain } from "@/lib/chainClient";
import { paymentNetwork } from "@/lib/chains";
import { type Env, env } from "@/lib/env";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/requirements";
import { facilitatorSubmitter } from "./facilitator";
import { SettlementQueue } from "./queue";
import { startReconciler } from "./reconciler";
import { chainSubmitter } from "./submitter";
import type { Submit } from "./types";

export type Engine = { queue: SettlementQueue; stop: () => void };

const KEY = Symbol.for("coinslot.settlement");
type Holder = { [KEY]?: Engine };

/** The process's one settlement engine. On `globalThis`, since Next gives routes copies of a module. */
export function engine(): Engine {
  const holder = globalThis as Holder;
  holder[KEY] ??= start(env());
  return holder[KEY];
}

function start(settings: Env): Engine {
  const usdc = paymentNetwork(settings.network).asset.address;
  const queue = new SettlementQueue(submitter(settings, usdc), { maxBatch: 100, maxInFlight: 4 });
  const stop = startReconciler({ db: connection().db, client: settlementChain(), usdc, queue, everyMs: settings.local ? 1_000 : 4_000 });
  return { queue, stop };
}

function submitter(settings: Env, usdc: Address): Submit {
  const client = settlementChain();
  const { network, settlerPrivateKey, facilitatorUrl } = settings;
  if (settlerPrivateKey) {
    return chainSubmitter({ client, connection: connection(), usdc, network, privateKey: settlerPrivateKey, watchMs: 60_000 });
  }
  if (!facilitatorUrl) throw new Error("neither SETTLER_PRIVATE_KEY nor FACILITATOR_URL is set");
  const { eip712 } = paymentNetwork(network).asset;
  return facilitatorSubmitter({
    url: facilitatorUrl,
    db: connection().db,
    client,
    timeoutMs: 30_000,
    requirementsOf: ({ authorization: a }) => ({
      scheme: "exact",
      network,
      amount: a.value.toString(),
      asset: usdc,
      payTo: a.to,
      maxTimeoutSeconds: MAX_TIMEOUT_SECONDS,
      extra: { ...eip712 },
    }),
  });
}
