import type { ToolStats } from "@/db/queries/toolStats";
import { formatUsd } from "@/lib/money";
import type { Category, ToolDefinition } from "@/lib/tools/define";

/** A tool as the shelves and the search show it. */
export type CatalogEntry = {
  code: string;
  slug: string;
  category: Category;
  question: string;
  description: string;
  tags: readonly string[];
  seller: string;
  price: string;
  /** The ledger told of this tool, if only that nobody called it yet. */
  told: boolean;
  /** From the ledger; null before the first calls. */
  runP50Ms: number | null;
  answeredShare: number | null;
};

export function catalogEntry(definition: ToolDefinition, price: bigint, stats: ToolStats | undefined, told: boolean): CatalogEntry {
  return {
    code: definition.code,
    slug: definition.slug,
    category: definition.category,
    question: definition.question,
    description: definition.description,
    tags: definition.tags,
    seller: definition.seller.name,
    price: formatUsd(price),
    told,
    runP50Ms: stats?.runP50Ms ?? null,
    answeredShare: stats?.answeredShare ?? null,
  };
}
