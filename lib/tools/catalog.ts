import { definition as addressSafety } from "./address-safety/definition";
import { definition as aiReadiness } from "./ai-readiness/definition";
import { definition as approvalsCheck } from "./approvals-check/definition";
import { definition as chatCompletions } from "./chat/completions/definition";
import type { ToolDefinition } from "./define";
import { definition as deployerCheck } from "./deployer-check/definition";
import { definition as embeddings } from "./embeddings/definition";
import { definition as headersCheck } from "./headers-check/definition";
import { definition as languageId } from "./language-id/definition";
import { definition as linkPreview } from "./link-preview/definition";
import { definition as liquidityPulls } from "./liquidity-pulls/definition";
import { definition as newPairs } from "./new-pairs/definition";
import { definition as ocr } from "./ocr/definition";
import { definition as poolHistory } from "./pool-history/definition";
import { definition as poolYield } from "./pool-yield/definition";
import { definition as redirectsCheck } from "./redirects-check/definition";
import { definition as robotsCheck } from "./robots-check/definition";
import { definition as screenshot } from "./screenshot/definition";
import { definition as seoAudit } from "./seo-audit/definition";
import { definition as sitemapCheck } from "./sitemap-check/definition";
import { definition as structuredData } from "./structured-data/definition";
import { definition as tokenReport } from "./token-report/definition";
import { definition as tokenSafety } from "./token-safety/definition";
import { definition as txPreflight } from "./tx-preflight/definition";
import { definition as webExtract } from "./web-extract/definition";
import { definition as whaleSwaps } from "./whale-swaps/definition";

/** Every tool on the shelves, in the order of their codes. Definitions only: safe in the browser. */
export const catalog: readonly ToolDefinition[] = [
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

/** Finds a tool by slug (`token-safety`) or code (`A1`, `a1`). */
export function findDefinition(slugOrCode: string): ToolDefinition | null {
  const wanted = slugOrCode.trim().toLowerCase();
  return catalog.find((d) => d.slug === wanted || d.code.toLowerCase() === wanted) ?? null;
}
