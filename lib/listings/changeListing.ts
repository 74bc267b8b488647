import "server-only";
import { db } from "@/db/client";
import { changeListing as change, type ListingSet, type OperationSet } from "@/db/queries/listingChanges";
import { type ListingRow, operationsOf } from "@/db/queries/listings";
import { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import { fieldFault } from "@/lib/sellers/fieldFault";
import { hostOf } from "@/lib/sellers/proofs/hostOf";
import { isProven } from "@/lib/sellers/proofs/proofOf";
import type { ChangeFields } from "./fields";
import { readPrice } from "./readPrice";
import { readSecret } from "./readSecret";
import { readUpstream } from "./readUpstream";
import { requireListing } from "./requireListing";
import { defined } from "./serverParts";
import { readDescription, readExample, readOperationDescription, readQuestion, readTitle } from "./words";

/** Changes what is given and leaves the rest. Terms that were named before stay good for as long as they were promised. */
export async function changeListing(account: string, id: string, given: ChangeFields): Promise<void> {
  const was = await requireListing(account, id);
  const operations = await readOperations(account, was, given.operations ?? []);
  const set = await readSet(account, was, given);
  const done = await change(db(), account, id, set, operations);
  if (!done) throw new CoinslotError("not_found", "You have no such listing.");
  forgetShelf();
}

async function readSet(account: string, was: ListingRow, given: ChangeFields): Promise<ListingSet> {
  const { title, description, category, policy, secret } = given;
  const ofApi = policy !== undefined || secret !== undefined || given.upstream !== undefined;
  if (was.kind === "x402" && ofApi)
    throw fieldFault("upstream", "not_the_gateway", "This endpoint is listed as it is: nothing is passed on to it.");
  if (category !== undefined && category !== was.category && was.publishedAt) {
    throw fieldFault("category", "category_fixed", "It was public on this shelf, and its codes name the shelf.");
  }
  const next = { ...was.policy, ...defined(policy ?? {}) };
  const moved = given.upstream === undefined ? {} : await move(account, was, given.upstream);
  const kept = secret ? readSecret(was.id, secret) : null;
  const forgotten = secret === null || (moved.secret === null && !kept);
  return {
    ...(title === undefined ? {} : { title: readTitle(title) }),
    ...(description === undefined ? {} : { description: readDescription(description) }),
    ...(category === undefined ? {} : { category }),
    ...moved,
    ...(kept ? { secret: kept.sealed } : forgotten ? { secret: null } : {}),
    policy: { ...next, auth: kept ? kept.auth : forgotten ? null : was.policy.auth },
  };
}

/** To another host its secret does not go along: it has to be left again. One on the shelves moves to proven hosts only. */
async function move(account: string, was: ListingRow, raw: string): Promise<ListingSet> {
  const upstream = await readUpstream(raw);
  const host = hostOf(upstream);
  if (was.state === "public" && !(await isProven(account, host))) {
    throw new CoinslotError("listing_not_ready", `Prove first that ${host} is yours.`, { reason: "host_not_proven" });
  }
  return { upstream, ...(new URL(upstream).origin === new URL(was.upstream).origin ? {} : { secret: null }) };
}

async function readOperations(
  account: string,
  listing: ListingRow,
  given: NonNullable<ChangeFields["operations"]>,
): Promise<OperationSet[]> {
  if (given.length === 0) return [];
  const known = new Set((await operationsOf(db(), account, listing.id)).map(({ id }) => id));
  return given.map((one, i) => {
    if (!known.has(one.id)) throw fieldFault(`operations.${i}.id`, "no_operation", "This listing has no such operation.");
    const { id, enabled, price, question, description, example } = one;
    return {
      id,
      enabled,
      price: price === undefined ? undefined : readPrice(price, `operations.${i}.price`),
      question: question === undefined ? undefined : readQuestion(question, `operations.${i}.question`),
      description: description === undefined ? undefined : readOperationDescription(description),
      example: example === undefined ? undefined : readExample(example, `operations.${i}.example`),
    };
  });
}
