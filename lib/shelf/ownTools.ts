import "server-only";
import { catalog } from "@/lib/tools/catalog";
import type { Tool } from "@/lib/tools/define";
import { findTool } from "@/lib/tools/registry";

/** The market's own tools, in the order of their codes. */
export function ownTools(): Tool[] {
  return catalog.flatMap(({ slug }) => findTool(slug) ?? []);
}
