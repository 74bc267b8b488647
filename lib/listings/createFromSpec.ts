import "server-only";
import type { NewOperation } from "@/db/queries/listings";
import { fieldFault } from "@/lib/sellers/fieldFault";
import type { Spec, SpecOperation } from "@/lib/specs/types";
import type { FromSpec } from "./fields";
import { LISTING_LIMITS } from "./limits";
import { newId } from "./newId";
import { keepListing, startListing } from "./newListing";
import { readAgain } from "./readAgain";
import { readPrice } from "./readPrice";
import { serverParts } from "./serverParts";
import { freshName } from "./shortName";
import { specOperation } from "./specOperation";

/** A draft with the operations of a description. Those that were not chosen are there too, turned off. */
export async function createFromSpec(account: string, given: FromSpec): Promise<{ id: string; signingKey: string }> {
  const { upload, spec } = await readAgain(account, given.spec);
  const id = newId("lst");
  const start = await startListing(account, id, given);
  const operations = operationsOf(id, spec, given);
  const { parts, key } = await serverParts(id, given);
  const { document, hash, source } = upload;
  await keepListing({
    listing: { ...start, kind: "api", ...parts },
    operations,
    version: { listingId: id, version: 1, source, document, hash, summary: `${operations.length} operations` },
  });
  return { id, signingKey: key };
}

function operationsOf(listingId: string, spec: Spec, { operations: chosen, prices }: FromSpec): NewOperation[] {
  if (spec.operations.length > LISTING_LIMITS.operations) {
    const message = `A listing has at most ${LISTING_LIMITS.operations} operations, and this one describes ${spec.operations.length}.`;
    throw fieldFault("spec", "too_many_operations", message, "Leave out the operations that you don't sell.");
  }
  const on = chosen === "all" ? null : new Set(chosen);
  const priceFor = pricesOf(prices);
  const taken = new Set<string>();
  return spec.operations.map((operation) => ({
    ...specOperation(listingId, operation, freshName(operation.name, taken), 1),
    enabled: on === null || on.has(operation.key),
    price: priceFor(operation),
  }));
}

/** Of its own, or by the first of its tags that has one, or the usual one; each price is looked at once. */
function pricesOf(prices: FromSpec["prices"]): (operation: SpecOperation) => string {
  const usual = readPrice(prices.default, "prices.default");
  const byTag = new Map(Object.entries(prices.tags).map(([tag, price]) => [tag, readPrice(price, `prices.tags.${tag}`)]));
  const byKey = new Map(Object.entries(prices.operations).map(([key, price]) => [key, readPrice(price, `prices.operations.${key}`)]));
  return ({ key, tags }) => byKey.get(key) ?? byTag.get(tags.find((tag) => byTag.has(tag)) ?? "") ?? usual;
}
