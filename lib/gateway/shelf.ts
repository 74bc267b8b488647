import "server-only";
import { connection, db } from "@/db/client";
import { operationsById, publicVersions } from "@/db/queries/publicOperations";
import type { Tool } from "@/lib/tools/define";
import { forgetListings } from "./findListing";
import { gatewayTool } from "./gatewayTool";

/** A listing that changes is seen by other processes after so long; by this one at once (`forgetShelf`). */
const FRESH_MS = 2_000;

const KEY = Symbol.for("coinslot.shelf");
/** By operation, as long as nothing behind it changes. */
type Made = Map<string, { version: string; tool: Tool }>;
type Holder = { [KEY]?: { at: number; tools: Promise<Tool[]>; made: Made } };

/** What sellers have on the shelves now. Rejects when the ledger is away. */
export function sellersTools(): Promise<Tool[]> {
  const holder = globalThis as Holder;
  const kept = holder[KEY];
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.tools;
  const made: Made = new Map();
  const tools = fill(made, kept?.made ?? new Map());
  holder[KEY] = { at: Date.now(), tools, made };
  tools.catch(() => {
    if (holder[KEY]?.tools === tools) delete holder[KEY];
  });
  return tools;
}

/** What was made before is taken over where it is the same still. */
async function fill(made: Made, before: Made): Promise<Tool[]> {
  const now = await publicVersions(connection().sql);
  const changed = now.filter(({ id, version }) => before.get(id)?.version !== version).map(({ id }) => id);
  const rows = changed.length > 0 ? await operationsById(db(), changed) : [];
  const fresh = new Map(rows.map((row) => [row.operation.id, gatewayTool(row)]));
  return now.flatMap(({ id, version }) => {
    const tool = fresh.get(id) ?? before.get(id)?.tool;
    if (!tool) return [];
    made.set(id, { version, tool });
    return [tool];
  });
}

/** After a change of a listing: the next look is a fresh one. */
export function forgetShelf(): void {
  delete (globalThis as Holder)[KEY];
  forgetListings();
}
