import "server-only";
import { aiReadiness } from "./ai-readiness/tool";
import { chatCompletions } from "./chat/completions/tool";
import type { Tool } from "./define";
import { embeddings } from "./embeddings/tool";
import { headersCheck } from "./headers-check/tool";
import { languageId } from "./language-id/tool";
import { linkPreview } from "./link-preview/tool";
import { ocr } from "./ocr/tool";
import { redirectsCheck } from "./redirects-check/tool";
import { robotsCheck } from "./robots-check/tool";
import { screenshot } from "./screenshot/tool";
import { seoAudit } from "./seo-audit/tool";
import { sitemapCheck } from "./sitemap-check/tool";
import { structuredData } from "./structured-data/tool";
import { tokenReport } from "./token-report/tool";
import { tokenSafety } from "./token-safety/tool";
import { webExtract } from "./web-extract/tool";

/** Every tool with its schema and its run, by slug. Pages and machine doors read it; routes import their own tool. */
const tools: Tool[] = [
  tokenSafety,
  tokenReport,
  seoAudit,
  webExtract,
  screenshot,
  linkPreview,
  headersCheck,
  robotsCheck,
  sitemapCheck,
  redirectsCheck,
  structuredData,
  aiReadiness,
  ocr,
  chatCompletions,
  embeddings,
  languageId,
];
const registry: Record<string, Tool> = Object.fromEntries(tools.map((tool) => [tool.definition.slug, tool]));

export function findTool(slug: string): Tool | null {
  return Object.hasOwn(registry, slug) ? (registry[slug] ?? null) : null;
}
