import { Suspense } from "react";
import { Catalog } from "@/components/catalog/Catalog";
import { catalogEntry } from "@/components/catalog/catalogEntry";
import { Doors } from "@/components/catalog/Doors";
import { directEntry } from "@/components/catalog/directEntry";
import { Hero } from "@/components/catalog/Hero";
import { LiveStrip } from "@/components/catalog/LiveStrip";
import { listingEntries, shelfName } from "@/components/catalog/listingEntries";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { explorerLink } from "@/components/wallet/explorerLink";
import { answerExcerpt } from "@/components/wire/answerExcerpt";
import { OneCall } from "@/components/wire/OneCall";
import { db } from "@/db/client";
import { type LatestPayment, latestPayments } from "@/db/queries/latestPayments";
import { marketStats } from "@/db/queries/marketStats";
import { toolStats } from "@/db/queries/toolStats";
import { snippets } from "@/lib/discovery/snippets";
import { formatUsd } from "@/lib/money";
import { challenge, paymentRequired } from "@/lib/payments/challenge";
import { priceOf } from "@/lib/payments/priceOf";
import { requirementsFor } from "@/lib/payments/requirements";
import { allTools } from "@/lib/shelf/allTools";
import { codeOf } from "@/lib/shelf/codeOf";
import { directShelf } from "@/lib/shelf/directShelf";
import { examplesOf } from "@/lib/tools/examples";
import { findTool } from "@/lib/tools/registry";
import { sampleAnswers } from "@/lib/tools/samples";
import { tryLedger } from "@/lib/tryLedger";

type Props = { searchParams: Promise<{ q?: string | string[] }> };

export default async function CatalogPage({ searchParams }: Props) {
  const { q } = await searchParams;
  const [tools, direct] = await Promise.all([allTools(), directShelf()]);
  const own = tools.filter(({ definition }) => !definition.listing);
  const cheapest = own
    .filter(({ definition, unavailable }) => !definition.pricing && !unavailable?.())
    .map(({ definition }) => definition)
    .sort((a, b) => Number(priceOf(a) - priceOf(b)))[0];
  const figures = await tryLedger(() =>
    Promise.all([
      marketStats(db()),
      toolStats(db(), undefined, shelfName),
      latestPayments(db(), { limit: 1 }),
      cheapest ? latestPayments(db(), { tool: cheapest.slug, state: "settled", limit: 1 }) : [],
    ]),
  );
  const [stats, perTool, [latest], [paidCall]] = figures ?? [null, new Map(), [], []];
  const strip = stats ? (
    <LiveStrip stats={stats} latest={latest ?? null} code={latest ? await codeOf(latest.tool) : null} />
  ) : (
    <LedgerDown what="the live figures" />
  );
  return (
    <Catalog
      tools={[
        ...own.map(({ definition, unavailable }) =>
          catalogEntry(definition, {
            price: priceOf(definition),
            unavailable: unavailable?.() ?? null,
            stats: perTool.get(definition.slug),
            told: figures !== null,
          }),
        ),
        ...listingEntries(
          tools.filter(({ definition }) => definition.listing).map(({ definition }) => ({ definition, price: priceOf(definition) })),
          { stats: perTool, told: figures !== null },
        ),
        ...direct.flatMap((listing) => directEntry(listing) ?? []),
      ]}
      query={typeof q === "string" ? q : ""}
      hero={<Hero strip={strip} />}
      below={
        cheapest ? (
          // What the tool answers may take seconds the first time; the shelves don't wait for it.
          <Suspense fallback={<div aria-hidden className="h-250" />}>
            <Below slug={cheapest.slug} payment={figures ? (paidCall ?? null) : undefined} />
          </Suspense>
        ) : null
      }
    />
  );
}

/** One real call of the cheapest tool, and how an agent makes it. */
async function Below({ slug, payment }: { slug: string; payment: LatestPayment | null | undefined }) {
  const tool = findTool(slug);
  if (!tool) return null;
  const { definition } = tool;
  const origin = await pageOrigin();
  const market = readMarketFacts();
  const terms = requirementsFor(definition);
  const offer = paymentRequired(challenge(tool, { resource: `${origin}/api/v1/${slug}`, method: "POST" }));
  const [sample] = await sampleAnswers(slug);
  const input = examplesOf(tool)[0].input;
  return (
    <>
      <section className="mt-20" aria-labelledby="over-the-wire">
        <h2 id="over-the-wire" className="text-5">
          One paid call, as it went over the wire
        </h2>
        <p className="mt-1 mb-5 text-3 text-ink-2">
          {definition.code} {slug}
          {payment ? (
            <>
              , <RelativeTime at={payment.times.claimed ?? new Date()} />. It cost <Money atomic={payment.amount} />.
            </>
          ) : (
            <>
              , at its price now: <Money atomic={terms.amount} />.
            </>
          )}
        </p>
        <OneCall
          terms={terms}
          header={offer.headers["PAYMENT-REQUIRED"] ?? ""}
          payment={payment}
          excerpt={sample ? answerExcerpt(sample.answer) : null}
          txHref={payment?.transaction ? explorerLink(market, "tx", payment.transaction) : null}
        />
      </section>
      <section className="mt-18 grid gap-x-12 gap-y-6 lg:grid-cols-[400px_1fr]" aria-labelledby="from-your-agent">
        <div className="min-w-0">
          <h2 id="from-your-agent" className="text-5">
            Call it from your agent
          </h2>
          <p className="mt-1 mb-5 text-3 text-ink-2">
            Any x402 client pays these tools, version 1 or 2. An agent that has none can read the doors below by itself, or have them as
            tools over MCP.
          </p>
          <Doors origin={origin} />
        </div>
        <CodeBlock
          label="The call in code"
          tabs={["TypeScript", "Python", "Go", "curl", "MCP"].flatMap((name) =>
            snippets({ origin, slug, input, network: market.network, price: formatUsd(BigInt(terms.amount)) }).filter(
              (s) => s.name === name,
            ),
          )}
        />
      </section>
    </>
  );
}
