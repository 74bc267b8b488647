import "server-only";
import { addressSafety } from "./address-safety/tool";
import { aiReadiness } from "./ai-readiness/tool";
import { approvalsCheck } from "./approvals-check/tool";
import { chatCompletions } from "./chat/completions/tool";
import type { Tool } from "./define";
import { deployerCheck } from "./deployer-check/tool";
import { embeddings } from "./embeddings/tool";
import { headersCheck } from "./headers-check/tool";
import { languageId } from "./language-id/tool";
import { linkPreview } from "./link-preview/tool";
import { liquidityPulls } from "./liquidity-pulls/tool";
import { newPairs } from "./new-pairs/tool";
import { ocr } from "./ocr/tool";
import { poolHistory } from "./pool-history/tool";
import { poolYield } from "./pool-yield/tool";
import { redirectsCheck } from "./redirects-check/tool";
import { robotsCheck } from "./robots-check/tool";
import { screenshot } from "./screenshot/tool";
import { seoAudit } from "./seo-audit/tool";
import { sitemapCheck } from "./sitemap-check/tool";
import { structuredData } from "./structured-data/tool";
import { tokenReport } from "./token-report/tool";
import { tokenSafety } from "./token-safety/tool";
import { txPreflight } from "./tx-preflight/tool";
import { webExtract } from "./web-extract/tool";
import { whaleSwaps } from "./whale-swaps/tool";

/** Every tool with its schema and its run, by slug. Pages and machine doors read it; routes import their own tool. */
const tools: Tool[] = [
  tokenSafety,
  tokenReport,
  addressSafety,
  deployerCheck,
  approvalsCheck,
  txPreflight,
  newPairs,
  liquidityPulls,
  whaleSwaps,
  poolHistory,
  poolYield,
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
