import { schema as chatCompletions } from "@/lib/tools/chat/completions/schema";
import type { ToolSchema } from "@/lib/tools/define";
import { schema as tokenSafety } from "@/lib/tools/token-safety/schema";
import { schema as webExtract } from "@/lib/tools/web-extract/schema";

/** The schemas that forms are made of and checked with in the browser, by slug. */
const SCHEMAS: Record<string, ToolSchema> = { "token-safety": tokenSafety, "web-extract": webExtract, "chat/completions": chatCompletions };

export function toolSchema(slug: string): ToolSchema {
  const schema = SCHEMAS[slug];
  if (!schema) throw new Error(`The console has no schema for "${slug}".`);
  return schema;
}
