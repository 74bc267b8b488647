import "server-only";
import { db } from "@/db/client";
import { publicOperations } from "@/db/queries/publicOperations";
import type { Tool } from "@/lib/tools/define";
import { forgetListings } from "./findListing";
import { gatewayTool } from "./gatewayTool";

/** A listing that changes is seen by other processes after so long; by this one at once (`forgetShelf`). */
const FRESH_MS = 2_000;

const KEY = Symbol.for("coinslot.shelf");
type Holder = { [KEY]?: { at: number; tools: Promise<Tool[]> } };

/** What sellers have on the shelves now. Rejects when the ledger is away. */
export function sellersTools(): Promise<Tool[]> {
  const holder = globalThis as Holder;
  const kept = holder[KEY];
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.tools;
  const tools = publicOperations(db()).then((rows) => rows.map(gatewayTool));
  holder[KEY] = { at: Date.now(), tools };
  tools.catch(() => {
    if (holder[KEY]?.tools === tools) delete holder[KEY];
  });
  return tools;
}

/** After a change of a listing: the next look is a fresh one. */
export function forgetShelf(): void {
  delete (globalThis as Holder)[KEY];
  forgetListings();
}
