import type { ToolStats } from "@/db/queries/toolStats";
import { formatUsd } from "@/lib/money";
import type { Category, ToolDefinition } from "@/lib/tools/define";

/** A tool, or a seller's listing with all its operations, as the shelves and the search show it. */
export type CatalogEntry = {
  code: string;
  /** Its place below `/tools/`. */
  slug: string;
  name: string;
  category: Category;
  question: string;
  description: string;
  tags: readonly string[];
  /** Of a listing: what its operations are called and answer, in lower case. */
  words: string;
  seller: string;
  /** With "from" before it, where not every call costs the same. */
  price: string;
  /** Of a listing: how many different calls it has; null for a single tool. */
  calls: number | null;
  /** Its seller's own server takes the payment. */
  direct: boolean;
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
    name: definition.slug,
    category: definition.category,
    question: definition.question,
    description: definition.description,
    tags: definition.tags,
    words: "",
    seller: definition.seller.name,
    price: `${definition.pricing ? "from " : ""}${formatUsd(price)}`,
    calls: null,
    direct: false,
    unavailable,
    told,
    runP50Ms: stats?.runP50Ms ?? null,
    answeredShare: stats?.answeredShare ?? null,
  };
}
