import "server-only";
import { sellersTools } from "@/lib/gateway/shelf";
import type { Tool } from "@/lib/tools/define";
import { tryLedger } from "@/lib/tryLedger";
import { ownTools } from "./ownTools";

/** Everything that can be called and paid for now: the market's own tools, and the sellers' while the ledger tells of them. */
export async function allTools(): Promise<Tool[]> {
  return [...ownTools(), ...((await tryLedger(sellersTools)) ?? [])];
}
