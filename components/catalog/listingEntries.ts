import type { ToolStats } from "@/db/queries/toolStats";
import { formatUsd } from "@/lib/money";
import type { ToolDefinition } from "@/lib/tools/define";
import type { CatalogEntry } from "./catalogEntry";

/** So much of a listing's operations goes into the page to be searched. */
const MOST_WORDS = 1_500;

type Priced = { definition: ToolDefinition; price: bigint };
type Figures = { stats: ReadonlyMap<string, ToolStats>; told: boolean };

/** The name that a tool's figures are kept under on the shelves: a seller's operations under their listing's. */
export function shelfName(slug: string): string {
  const parts = slug.split("/");
  return parts.length === 3 ? parts.slice(0, 2).join("/") : slug;
}

/** Sellers' operations, one entry a listing, in the order that they came. */
export function listingEntries(tools: readonly Priced[], { stats, told }: Figures): CatalogEntry[] {
  const groups = new Map<string, Priced[]>();
  for (const tool of tools) {
    const key = shelfName(tool.definition.slug);
    groups.set(key, [...(groups.get(key) ?? []), tool]);
  }
  return [...groups].map(([key, operations]) => entryOf(key, operations, stats.get(key), told));
}

function entryOf(slug: string, operations: readonly Priced[], stats: ToolStats | undefined, told: boolean): CatalogEntry {
  const [first] = operations as [Priced, ...Priced[]];
  const { definition } = first;
  const { title = definition.slug, description = "" } = definition.listing ?? {};
  const prices = operations.map(({ price }) => price).sort((a, b) => (a < b ? -1 : 1));
  const least = prices[0] ?? 0n;
  const words = operations.map(({ definition: d }) => `${d.slug.split("/")[2] ?? ""} ${d.question}`).join(" ");
  return {
    code: definition.code,
    slug,
    name: title,
    category: definition.category,
    question: description || definition.question,
    description,
    tags: [...new Set(operations.flatMap(({ definition: d }) => d.tags))].slice(0, 20),
    words: words.slice(0, MOST_WORDS).toLowerCase(),
    seller: definition.seller.name,
    price: `${prices.some((price) => price !== least) ? "from " : ""}${formatUsd(least)}`,
    calls: operations.length,
    direct: false,
    unavailable: null,
    told,
    runP50Ms: stats?.runP50Ms ?? null,
    answeredShare: stats?.answeredShare ?? null,
  };
}
