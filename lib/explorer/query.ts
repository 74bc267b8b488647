import type { ExplorerFilter } from "@/db/queries/explorerPayments";

export type ExplorerQuery = { filter: ExplorerFilter; limit: number; before: string | undefined };

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const SLUG = /^[a-z0-9/-]{1,64}$/;
const MOST = 100;
const USUAL = 25;

/** What the address line asks for. Anything in it that makes no sense is left out. */
export function readExplorerQuery(query: URLSearchParams): ExplorerQuery {
  const address = (name: string) => {
    const value = query.get(name);
    return value && ADDRESS.test(value) ? value.toLowerCase() : undefined;
  };
  const tool = query.get("tool");
  const limit = Number(query.get("limit") || USUAL);
  return {
    filter: { tool: tool && SLUG.test(tool) ? tool : undefined, payer: address("payer"), account: address("payTo") },
    limit: Number.isInteger(limit) ? Math.min(MOST, Math.max(1, limit)) : USUAL,
    before: query.get("before") || undefined,
  };
}
