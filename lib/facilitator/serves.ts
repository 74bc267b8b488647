import "server-only";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";

/** Does this market settle for others? On the local chain for everybody, on a real network for those with a key. */
export function servesOthers(): boolean {
  const { local, settlerPrivateKeys, facilitatorAccessKeys } = env();
  return settlerPrivateKeys.length > 0 && (local !== null || facilitatorAccessKeys.length > 0);
}

export function requireFacilitator(): void {
  if (!servesOthers()) throw new CoinslotError("not_found", "This market's facilitator serves the market alone.");
}
