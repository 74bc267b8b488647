import "server-only";
import { CoinslotError } from "@/lib/errors";
import { beginProof } from "@/lib/sellers/proofs/beginProof";
import { hostOf } from "@/lib/sellers/proofs/hostOf";
import { createEndpoint } from "./createEndpoint";
import { createFromSpec } from "./createFromSpec";
import { createX402 } from "./createX402";
import type { NewListingFields } from "./fields";
import { requireListing } from "./requireListing";

/** A new draft, from whichever of the three it is, and the proof of its host begun. */
export async function createListing(account: string, given: NewListingFields): Promise<{ id: string; signingKey?: string }> {
  const made = await create(account, given);
  const { upstream } = await requireListing(account, made.id);
  // Where a wallet has too many hosts already, its page says so when a proof is asked for.
  await beginProof(account, hostOf(upstream)).catch((error: unknown) => {
    if (!CoinslotError.is(error)) throw error;
  });
  return made;
}

function create(account: string, given: NewListingFields): Promise<{ id: string; signingKey?: string }> {
  if (given.from === "spec") return createFromSpec(account, given);
  return given.from === "endpoint" ? createEndpoint(account, given) : createX402(account, given);
}
