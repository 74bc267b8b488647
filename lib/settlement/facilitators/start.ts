import "server-only";
import { paymentNetwork } from "@/lib/chains";
import type { Env } from "@/lib/env";
import { MAX_TIMEOUT_SECONDS } from "@/lib/payments/maxTimeout";
import type { Settler } from "../settler";
import type { SettlementItem, Submit } from "../types";
import { handOverAgain } from "./again";
import { breaker } from "./breaker";
import { facilitatorSubmitter } from "./submit";
import type { Remote } from "./types";

export type RemoteSettlement = {
  submit: Submit;
  again: (item: SettlementItem) => void;
  /** Does any of them take requests? */
  ready: () => boolean;
};

/** Settlement by the facilitators of `FACILITATOR_URL`, in their order. */
export function startFacilitators(settings: Env, settler: Settler): RemoteSettlement {
  const { network, facilitatorUrls, facilitatorCredentials } = settings;
  if (facilitatorUrls.length === 0) throw new Error("neither SETTLER_PRIVATE_KEY nor FACILITATOR_URL is set");
  const { asset } = paymentNetwork(network);
  const facilitators = facilitatorUrls.map((url, i) => ({
    url,
    name: `${new URL(url).host}${new URL(url).pathname}`.replace(/\/$/, ""),
    credential: facilitatorCredentials[i] ?? null,
    breaker: breaker({ failures: 5, pauseMs: 15_000 }),
  }));
  const remote: Remote = {
    facilitators,
    settler,
    requirementsOf: ({ authorization: a }) => ({
      scheme: "exact",
      network,
      amount: a.value.toString(),
      asset: asset.address,
      payTo: a.to,
      maxTimeoutSeconds: MAX_TIMEOUT_SECONDS,
      extra: { ...asset.eip712 },
    }),
    timeoutMs: 10_000,
    patienceMs: 8_000,
    againSeconds: 20,
  };
  return {
    submit: facilitatorSubmitter(remote),
    again: handOverAgain(remote),
    ready: () => facilitators.some((f) => f.breaker.ready()),
  };
}
