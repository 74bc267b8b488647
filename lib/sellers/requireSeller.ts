import "server-only";
import { db } from "@/db/client";
import { countChangesSince } from "@/db/queries/sellers";
import { CoinslotError } from "@/lib/errors";
import { findSeller, type Seller } from "./findSeller";
import { CHANGES_A_DAY } from "./limits";

const DAY_MS = 24 * 60 * 60_000;

/** The account behind a wallet that wants to change it. Throws `not_found` (`no_seller`), `invalid_input` (`market_account`), `rate_limited`. */
export async function requireChangeable(wallet: string): Promise<Seller> {
  const seller = await requireSeller(wallet);
  if (seller.market) {
    throw new CoinslotError("invalid_input", "This is the market's own account.", {
      reason: "market_account",
      hint: "Whoever runs the market sets it with PAY_TO.",
    });
  }
  if ((await countChangesSince(db(), wallet, new Date(Date.now() - DAY_MS))) >= CHANGES_A_DAY) {
    throw new CoinslotError("rate_limited", `An account changes at most ${CHANGES_A_DAY} times a day.`, { retryAfterSeconds: 3_600 });
  }
  return seller;
}

/** The account behind a wallet. Throws `not_found` (`no_seller`) where it has none. */
export async function requireSeller(wallet: string): Promise<Seller> {
  const seller = await findSeller(wallet);
  if (seller) return seller;
  throw new CoinslotError("not_found", "This wallet has no seller account yet.", {
    reason: "no_seller",
    hint: "Take a handle first, in Settings.",
  });
}
