import "server-only";
import { db } from "@/db/client";
import { applyVersion as apply, type NextVersion } from "@/db/queries/listingChanges";
import type { OperationRow } from "@/db/queries/listings";
import { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import type { OperationShape } from "@/lib/gateway/types";
import type { SpecChange } from "@/lib/specs/types";
import { type Compared, compareVersion } from "./compareVersion";
import { LISTING_LIMITS } from "./limits";
import { readPrice } from "./readPrice";
import { freshName } from "./shortName";
import { specOperation } from "./specOperation";

/**
 * Puts a newer description in force. Prices, names, codes and words stay; what is new is added turned off, at `price`; what is
 * gone is turned off. Throws `listing_changed` where another version came in between.
 */
export async function applyVersion(account: string, id: string, given: { spec: string; version: number; price: string }): Promise<void> {
  const compared = await compareVersion(account, id, given.spec);
  if (compared.listing.version !== given.version) throw overtaken();
  const next = nextVersion(compared, readPrice(given.price, "price"));
  if (compared.operations.length + next.added.length > LISTING_LIMITS.operations * 2) {
    throw new CoinslotError("invalid_input", "This listing has had too many operations. Make another listing of it.", {
      reason: "too_many_operations",
    });
  }
  if (!(await apply(db(), account, id, next))) throw overtaken();
  forgetShelf();
}

const overtaken = () => new CoinslotError("listing_changed");

function nextVersion({ listing, operations, upload, changes }: Compared, price: string): NextVersion {
  const version = listing.version + 1;
  const taken = new Set(operations.map(({ name }) => name));
  const known = new Map(operations.map((operation) => [operation.key, operation]));
  const { document, hash, source } = upload;
  return {
    version: { listingId: listing.id, version, source, document, hash, summary: summaryOf(changes) },
    added: changes.flatMap((change) =>
      change.kind === "added"
        ? [{ ...specOperation(listing.id, change.operation, freshName(change.operation.name, taken), version), enabled: false, price }]
        : [],
    ),
    changed: changes.flatMap((change) => {
      if (change.kind !== "changed") return [];
      const { key, tags, shape, example } = change.operation;
      const was = known.get(key);
      return was ? [{ key, tags: tags.slice(0, 10), shape, example: fitting(was, shape, example) }] : [];
    }),
    removed: changes.flatMap((change) => (change.kind === "removed" ? [change.key] : [])),
  };
}

/** The seller's own example, with what is needed now and without what is gone. */
function fitting({ example: was }: OperationRow, { parts }: OperationShape, fresh: Record<string, unknown>): Record<string, unknown> {
  const keys = new Set(parts.map(({ key }) => key));
  return { ...fresh, ...Object.fromEntries(Object.entries(was).filter(([key]) => keys.has(key))) };
}

export function summaryOf(changes: readonly SpecChange[]): string {
  const count = (kind: SpecChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const words = (["added", "changed", "removed"] as const).map((kind) => [count(kind), kind] as const).filter(([n]) => n > 0);
  return words.length === 0 ? "nothing changed" : words.map(([n, kind]) => `${n} ${kind}`).join(", ");
}
