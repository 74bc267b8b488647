import "server-only";
import { connection, db } from "@/db/client";
import { findListingVersion, operationsOf } from "@/db/queries/listedOperations";
import type { ListedOperation } from "@/db/queries/publicOperations";
import type { Tool } from "@/lib/tools/define";
import { gatewayTool } from "./gatewayTool";
import type { Method } from "./types";

/** One operation as its route finds it. */
export type ListedRoute = { method: Method; path: string; tool: Tool; sold: boolean };

export type FoundListing = Pick<ListedOperation["listing"], "id" | "state" | "stateReason" | "title"> & { routes: ListedRoute[] };

/** A change is seen by other processes after so long; by this one at once (`forgetShelf`). */
const FRESH_MS = 2_000;
const MOST_KEPT = 1_000;

const KEY = Symbol.for("coinslot.listings");
type Kept = { at: number; version: string; found: Promise<FoundListing | null> };
type Holder = { [KEY]?: Map<string, Kept> };

/** A listing by its address, sold or not any more, with a tool for each of its operations. Rejects when the ledger is away. */
export function findListing(handle: string, name: string): Promise<FoundListing | null> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  const all = holder[KEY];
  const key = `${handle}/${name}`;
  const kept = all.get(key);
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.found;
  const next: Kept = { at: Date.now(), version: "", found: Promise.resolve(null) };
  next.found = look(handle, name, kept, next);
  all.delete(key);
  if (all.size >= MOST_KEPT) all.delete(all.keys().next().value ?? "");
  all.set(key, next);
  next.found.catch(() => {
    if (all.get(key) === next) all.delete(key);
  });
  return next.found;
}

/** The same tools as long as nothing has changed: what was made of their schemas stays made. */
async function look(handle: string, name: string, kept: Kept | undefined, next: Kept): Promise<FoundListing | null> {
  const known = await findListingVersion(connection().sql, handle, name);
  if (!known) return null;
  next.version = known.version;
  const before = kept?.version === known.version ? await kept.found.catch(() => null) : null;
  return before ?? made(await operationsOf(db(), known.id));
}

function made(rows: ListedOperation[]): FoundListing | null {
  const [first] = rows;
  if (!first) return null;
  const { id, state, stateReason, title } = first.listing;
  const routes = rows.map((row) => {
    const { method, path } = row.operation.shape;
    return { method, path, tool: gatewayTool(row), sold: row.listing.state === "public" && row.operation.enabled };
  });
  return { id, state, stateReason, title, routes };
}

/** After a change: the next look is a fresh one. */
export function forgetListings(): void {
  (globalThis as Holder)[KEY]?.clear();
}
