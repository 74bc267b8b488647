import "server-only";
import { createEndpoint } from "./createEndpoint";
import { createFromSpec } from "./createFromSpec";
import { createX402 } from "./createX402";
import type { NewListingFields } from "./fields";

/** A new draft, from whichever of the three it is. */
export function createListing(account: string, given: NewListingFields): Promise<{ id: string; signingKey?: string }> {
  if (given.from === "spec") return createFromSpec(account, given);
  return given.from === "endpoint" ? createEndpoint(account, given) : createX402(account, given);
}
