import { mcpName } from "@/lib/discovery/mcpName";
import { CoinslotError } from "@/lib/errors";
import type { Offered } from "../offered";

/** A paid tool by its name, its slug or its code. */
export function find(offered: readonly Offered[], wanted: string): Offered {
  const name = mcpName(wanted.trim());
  const slug = wanted.trim().toLowerCase();
  const found =
    offered.find(({ tool }) => tool.definition.slug === slug) ??
    offered.find((o) => o.name === name) ??
    offered.find(({ tool }) => tool.definition.code.toLowerCase() === name.toLowerCase());
  if (found) return found;
  throw new CoinslotError("not_found", "There is no tool of this name.", { hint: "search_tools finds tools by what they do." });
}
