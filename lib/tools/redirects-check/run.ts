import type { WebRequest } from "../../web/types";
import type { ToolContext } from "../define";
import { findingsOf } from "./findings";
import { type Followed, follow, withoutHash } from "./follow";
import type { RedirectsCheckAnswer, RedirectsCheckInput } from "./schema";
import { askVariants, type Variants } from "./variants";

const NOT_ASKED: Variants = { list: [], note: "They were not asked for." };

/** Follows the address to its end; then its other forms, side by side. */
export async function run(input: RedirectsCheckInput, ctx: ToolContext): Promise<RedirectsCheckAnswer> {
  const request: WebRequest = {
    signal: ctx.signal,
    maxAgeSeconds: input.max_age ?? 0,
    patienceMs: 3_000,
    headers: { accept: "text/html,*/*;q=0.8" },
  };
  const began = performance.now();
  const followed = await follow(ctx.web, input.url, request, true);
  const totalMs = Math.round((performance.now() - began) * 10) / 10;
  const variants = input.variants === false ? NOT_ASKED : await askVariants(ctx.web, input.url, request);
  const { chain, outcome, canonical } = followed;
  const last = chain.at(-1);
  const endsAt = (outcome === "page" ? last?.url : last?.location) ?? input.url;
  return {
    url: withoutHash(input.url),
    outcome,
    stopped_by: followed.stopped_by,
    ends_at: endsAt,
    status: outcome === "page" ? (last?.status ?? null) : null,
    redirects: chain.filter(({ location }) => location).length,
    total_ms: totalMs,
    age_seconds: followed.ageSeconds,
    summary: summaryOf(followed),
    chain,
    canonical: canonical && last ? { url: canonical, same: withoutHash(canonical) === withoutHash(last.url) } : null,
    variants: variants.list,
    variants_note: variants.note,
    findings: findingsOf(followed, variants),
  };
}

function summaryOf({ chain, outcome, stopped_by }: Followed): string {
  const last = chain.at(-1);
  const count = chain.filter(({ location }) => location).length;
  if (outcome === "loop") return `It runs in a circle after ${count} ${count === 1 ? "redirect" : "redirects"}.`;
  if (outcome === "too_many") return "It leads on and on; we stopped after twenty steps.";
  if (outcome === "stopped") return `It stops after ${count} ${count === 1 ? "redirect" : "redirects"}: ${stopped_by?.message}`;
  if (count === 0) return `It answers ${last?.status} itself, without a redirect.`;
  return `${count} ${count === 1 ? "redirect leads" : "redirects lead"} to an answer of ${last?.status}.`;
}
