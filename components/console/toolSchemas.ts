import { schema as addressSafety } from "@/lib/tools/address-safety/schema";
import { schema as aiReadiness } from "@/lib/tools/ai-readiness/schema";
import { schema as approvalsCheck } from "@/lib/tools/approvals-check/schema";
import { schema as chatCompletions } from "@/lib/tools/chat/completions/schema";
import type { ToolSchema } from "@/lib/tools/define";
import { schema as deployerCheck } from "@/lib/tools/deployer-check/schema";
import { schema as embeddings } from "@/lib/tools/embeddings/schema";
import { schema as headersCheck } from "@/lib/tools/headers-check/schema";
import { schema as languageId } from "@/lib/tools/language-id/schema";
import { schema as linkPreview } from "@/lib/tools/link-preview/schema";
import { schema as liquidityPulls } from "@/lib/tools/liquidity-pulls/schema";
import { schema as newPairs } from "@/lib/tools/new-pairs/schema";
import { schema as ocr } from "@/lib/tools/ocr/schema";
import { schema as poolHistory } from "@/lib/tools/pool-history/schema";
import { schema as poolYield } from "@/lib/tools/pool-yield/schema";
import { schema as redirectsCheck } from "@/lib/tools/redirects-check/schema";
import { schema as robotsCheck } from "@/lib/tools/robots-check/schema";
import { schema as screenshot } from "@/lib/tools/screenshot/schema";
import { schema as seoAudit } from "@/lib/tools/seo-audit/schema";
import { schema as sitemapCheck } from "@/lib/tools/sitemap-check/schema";
import { schema as structuredData } from "@/lib/tools/structured-data/schema";
import { schema as tokenReport } from "@/lib/tools/token-report/schema";
import { schema as tokenSafety } from "@/lib/tools/token-safety/schema";
import { schema as txPreflight } from "@/lib/tools/tx-preflight/schema";
import { schema as webExtract } from "@/lib/tools/web-extract/schema";
import { schema as whaleSwaps } from "@/lib/tools/whale-swaps/schema";

/** The schemas that forms are made of and checked with in the browser, by slug. */
const SCHEMAS: Record<string, ToolSchema> = {
  screenshot,
  "token-safety": tokenSafety,
  "token-report": tokenReport,
  "address-safety": addressSafety,
  "deployer-check": deployerCheck,
  "approvals-check": approvalsCheck,
  "tx-preflight": txPreflight,
  "new-pairs": newPairs,
  "liquidity-pulls": liquidityPulls,
  "whale-swaps": whaleSwaps,
  "pool-history": poolHistory,
  "pool-yield": poolYield,
  "seo-audit": seoAudit,
  "web-extract": webExtract,
  "link-preview": linkPreview,
  "headers-check": headersCheck,
  "robots-check": robotsCheck,
  "sitemap-check": sitemapCheck,
  "redirects-check": redirectsCheck,
  "structured-data": structuredData,
  "ai-readiness": aiReadiness,
  ocr,
  "chat/completions": chatCompletions,
  embeddings,
  "language-id": languageId,
};

export function toolSchema(slug: string): ToolSchema {
  const schema = SCHEMAS[slug];
  if (!schema) throw new Error(`The console has no schema for "${slug}".`);
  return schema;
}
