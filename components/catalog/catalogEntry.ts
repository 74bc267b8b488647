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
  /** With "from" before it, where the request makes the price. */
  price: string;
  /** Why it serves nobody now. */
  unavailable: string | null;
  /** The ledger told of this tool, if only that nobody called it yet. */
  told: boolean;
  /** From the ledger; null before the first calls. */
  runP50Ms: number | null;
  answeredShare: number | null;
};

type Seen = { price: bigint; unavailable: string | null; stats: ToolStats | undefined; told: boolean };

export function catalogEntry(definition: ToolDefinition, { price, unavailable, stats, told }: Seen): CatalogEntry {
  return {
    code: definition.code,
    slug: definition.slug,
    category: definition.category,
    question: definition.question,
    description: definition.description,
    tags: definition.tags,
    seller: definition.seller.name,
    price: `${definition.pricing ? "from " : ""}${formatUsd(price)}`,
    unavailable,
    told,
    runP50Ms: stats?.runP50Ms ?? null,
    answeredShare: stats?.answeredShare ?? null,
  };
}
