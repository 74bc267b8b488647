import "server-only";
import { sellersTools } from "@/lib/gateway/shelf";
import { findDefinition } from "@/lib/tools/catalog";
import type { Tool } from "@/lib/tools/define";
import { findTool } from "@/lib/tools/registry";
import { tryLedger } from "@/lib/tryLedger";

/** A tool by slug (`token-safety`, `kestrel/weather/forecast`) or code (`A1`, `f100`), whoever sells it. */
export async function findOnShelf(slugOrCode: string): Promise<Tool | null> {
  const wanted = slugOrCode.trim().toLowerCase();
  const own = findDefinition(wanted);
  if (own) return findTool(own.slug);
  if (!mayBeSellers(wanted)) return null;
  const theirs = (await tryLedger(sellersTools)) ?? [];
  return theirs.find(({ definition: { slug, code } }) => slug === wanted || code.toLowerCase() === wanted) ?? null;
}

/** Sellers' codes begin at 100, and their slugs have three parts. */
function mayBeSellers(wanted: string): boolean {
  return /^[a-z]\d{3,}$/.test(wanted) || wanted.split("/").length === 3;
}
