import "server-only";
import type { NewOperation } from "@/db/queries/listings";
import { cleanText } from "@/lib/cleanText";
import type { SpecOperation } from "@/lib/specs/types";
import { LISTING_LIMITS } from "./limits";
import { newId } from "./newId";

/** An operation of a description as it comes into the ledger, without a price. */
export function specOperation(
  listingId: string,
  { key, question, description, tags, shape, example }: SpecOperation,
  name: string,
  version: number,
) {
  return {
    id: newId("opn"),
    listingId,
    key,
    name,
    question: cleanText(question, LISTING_LIMITS.question) || key.slice(0, LISTING_LIMITS.question),
    description: cleanText(description, LISTING_LIMITS.operationDescription),
    tags: tags.slice(0, 10).map((tag) => cleanText(tag, 60)),
    shape,
    example: JSON.stringify(example).length > LISTING_LIMITS.exampleBytes ? {} : example,
    since: version,
    changed: version,
  } satisfies Partial<NewOperation>;
}
