"use client";

import dynamic from "next/dynamic";
import type { ComponentType } from "react";
import type { z } from "zod";
import { safetyAnswer as tokenSafety } from "@/lib/safety/answer/shape";
import { output as addressSafety } from "@/lib/tools/address-safety/schema";
import { output as aiReadiness } from "@/lib/tools/ai-readiness/schema";
import { output as approvalsCheck } from "@/lib/tools/approvals-check/schema";
import { output as chat } from "@/lib/tools/chat/completions/schema";
import { output as deployerCheck } from "@/lib/tools/deployer-check/schema";
import { output as embeddings } from "@/lib/tools/embeddings/schema";
import { output as headersCheck } from "@/lib/tools/headers-check/schema";
import { output as languageId } from "@/lib/tools/language-id/schema";
import { output as linkPreview } from "@/lib/tools/link-preview/schema";
import { output as liquidityPulls } from "@/lib/tools/liquidity-pulls/schema";
import { output as newPairs } from "@/lib/tools/new-pairs/schema";
import { output as ocr } from "@/lib/tools/ocr/schema";
import { output as poolHistory } from "@/lib/tools/pool-history/schema";
import { output as poolYield } from "@/lib/tools/pool-yield/schema";
import { output as redirectsCheck } from "@/lib/tools/redirects-check/schema";
import { output as robotsCheck } from "@/lib/tools/robots-check/schema";
import { output as screenshot } from "@/lib/tools/screenshot/schema";
import { output as seoAudit } from "@/lib/tools/seo-audit/schema";
import { output as sitemapCheck } from "@/lib/tools/sitemap-check/schema";
import { output as structuredData } from "@/lib/tools/structured-data/schema";
import { output as tokenReport } from "@/lib/tools/token-report/schema";
import { output as txPreflight } from "@/lib/tools/tx-preflight/schema";
import { output as webExtract } from "@/lib/tools/web-extract/schema";
import { output as whaleSwaps } from "@/lib/tools/whale-swaps/schema";
import { RawReply } from "../rawReply";
import { GenericAnswer } from "./GenericAnswer";
import { RawAnswerView } from "./RawAnswerView";

/** `output`: an older kept answer may have another shape; it is shown as it is then. */
type View = { output: z.ZodType; Show: ComponentType<{ answer: never }> };

/** The views of their own that tools have, by slug; each is loaded with the first answer that needs it. */
const VIEWS: Record<string, View> = {
  screenshot: { output: screenshot, Show: dynamic(() => import("./Screenshot").then((m) => m.Screenshot)) },
  "chat/completions": { output: chat, Show: dynamic(() => import("./ChatAnswer").then((m) => m.ChatAnswer)) },
  embeddings: { output: embeddings, Show: dynamic(() => import("./Embeddings").then((m) => m.Embeddings)) },
  "token-safety": { output: tokenSafety, Show: dynamic(() => import("./TokenSafety").then((m) => m.TokenSafety)) },
  "address-safety": { output: addressSafety, Show: dynamic(() => import("./AddressSafety").then((m) => m.AddressSafety)) },
  "approvals-check": { output: approvalsCheck, Show: dynamic(() => import("./ApprovalsCheck").then((m) => m.ApprovalsCheck)) },
  "deployer-check": { output: deployerCheck, Show: dynamic(() => import("./DeployerCheck").then((m) => m.DeployerCheck)) },
  "tx-preflight": { output: txPreflight, Show: dynamic(() => import("./TxPreflight").then((m) => m.TxPreflight)) },
  "token-report": { output: tokenReport, Show: dynamic(() => import("./TokenReport").then((m) => m.TokenReport)) },
  "new-pairs": { output: newPairs, Show: dynamic(() => import("./NewPairs").then((m) => m.NewPairs)) },
  "liquidity-pulls": { output: liquidityPulls, Show: dynamic(() => import("./LiquidityPulls").then((m) => m.LiquidityPulls)) },
  "whale-swaps": { output: whaleSwaps, Show: dynamic(() => import("./WhaleSwaps").then((m) => m.WhaleSwaps)) },
  "pool-history": { output: poolHistory, Show: dynamic(() => import("./PoolHistory").then((m) => m.PoolHistory)) },
  "pool-yield": { output: poolYield, Show: dynamic(() => import("./PoolYield").then((m) => m.PoolYield)) },
  "seo-audit": { output: seoAudit, Show: dynamic(() => import("./SeoAudit").then((m) => m.SeoAudit)) },
  "link-preview": { output: linkPreview, Show: dynamic(() => import("./LinkPreview").then((m) => m.LinkPreview)) },
  "headers-check": { output: headersCheck, Show: dynamic(() => import("./HeadersCheck").then((m) => m.HeadersCheck)) },
  "robots-check": { output: robotsCheck, Show: dynamic(() => import("./RobotsCheck").then((m) => m.RobotsCheck)) },
  "sitemap-check": { output: sitemapCheck, Show: dynamic(() => import("./SitemapCheck").then((m) => m.SitemapCheck)) },
  "redirects-check": { output: redirectsCheck, Show: dynamic(() => import("./RedirectsCheck").then((m) => m.RedirectsCheck)) },
  "web-extract": { output: webExtract, Show: dynamic(() => import("./WebExtract").then((m) => m.WebExtract)) },
  "structured-data": { output: structuredData, Show: dynamic(() => import("./StructuredData").then((m) => m.StructuredData)) },
  "ai-readiness": { output: aiReadiness, Show: dynamic(() => import("./AiReadiness").then((m) => m.AiReadiness)) },
  ocr: { output: ocr, Show: dynamic(() => import("./Ocr").then((m) => m.Ocr)) },
  "language-id": { output: languageId, Show: dynamic(() => import("./LanguageId").then((m) => m.LanguageId)) },
};

/** An answer to be read: a tool's own view where it has one. */
export function AnswerView({ slug, answer }: { slug: string; answer: unknown }) {
  if (answer instanceof RawReply) return <RawAnswerView reply={answer} />;
  const view = VIEWS[slug];
  if (!view?.output.safeParse(answer).success) return <GenericAnswer answer={answer} />;
  return <view.Show answer={answer as never} />;
}
