import { schema as chatCompletions } from "@/lib/tools/chat/completions/schema";
import type { ToolSchema } from "@/lib/tools/define";
import { schema as seoAudit } from "@/lib/tools/seo-audit/schema";
import { schema as tokenSafety } from "@/lib/tools/token-safety/schema";

/** The schemas that forms are made of and checked with in the browser, by slug. */
const SCHEMAS: Record<string, ToolSchema> = { "token-safety": tokenSafety, "seo-audit": seoAudit, "chat/completions": chatCompletions };

export function toolSchema(slug: string): ToolSchema {
  const schema = SCHEMAS[slug];
  if (!schema) throw new Error(`The console has no schema for "${slug}".`);
  return schema;
}
