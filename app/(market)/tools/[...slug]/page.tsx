import type { Metadata } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { cache, Suspense } from "react";
import { AboutSellersTool } from "@/components/console/AboutSellersTool";
import { AboutTool } from "@/components/console/AboutTool";
import { AnswerSkeleton } from "@/components/console/AnswerSkeleton";
import { ExampleCall } from "@/components/console/ExampleCall";
import { LastCalls } from "@/components/console/LastCalls";
import { LiftedPrice } from "@/components/console/LiftedPrice";
import { SampleAnswer } from "@/components/console/SampleAnswer";
import { ToolFigures } from "@/components/console/ToolFigures";
import { ToolHead } from "@/components/console/ToolHead";
import { ToolStage } from "@/components/console/ToolStage";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { DisputeRates } from "@/components/sellers/DisputeRates";
import { db } from "@/db/client";
import { disputeRates } from "@/db/queries/disputeRates";
import { latestPayments } from "@/db/queries/latestPayments";
import { toolStats } from "@/db/queries/toolStats";
import { parseUsdc } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import { requirementsFor } from "@/lib/payments/requirements";
import type { Tool } from "@/lib/tools/define";
import { examplesOf } from "@/lib/tools/examples";
import { sampleAnswers } from "@/lib/tools/samples";
import { servedChains } from "@/lib/tools/servedChains";
import { toolPath } from "@/lib/tools/toolPath";
import { tryLedger } from "@/lib/tryLedger";
import { DirectPage } from "./DirectPage";
import { findShown } from "./findShown";
import { ListingPage } from "./ListingPage";

type Props = { params: Promise<{ slug: string[] }> };

const LAST_CALLS = 6;

const shownAt = cache(findShown);

async function wantedOf({ params }: Props): Promise<string> {
  return (await params).slug.map(decodeURIComponent).join("/");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const shown = await shownAt(await wantedOf(props));
  if (!shown) return { title: "Nothing in this slot" };
  if (shown.kind === "direct") {
    const { listing, seller } = shown.direct;
    return { title: listing.title, description: `${listing.description} By ${seller.name}, paid to its own server.`.trim() };
  }
  const { definition } = shown.kind === "tool" ? shown.tool : shown.operations[0];
  if (shown.kind === "listing" && definition.listing) {
    return { title: definition.listing.title, description: `${definition.listing.description} By ${definition.seller.name}.`.trim() };
  }
  return { title: definition.slug, description: `${definition.question} ${definition.description}` };
}

export default async function ToolPage(props: Props) {
  const wanted = await wantedOf(props);
  const shown = await shownAt(wanted);
  if (!shown) notFound();
  if (shown.kind === "tool") return <OneTool wanted={wanted} tool={shown.tool} />;
  if (shown.kind === "direct") {
    if (wanted !== shown.slug) permanentRedirect(`/tools/${shown.slug}`);
    return <DirectPage direct={shown.direct} />;
  }
  const { operations } = shown;
  // A listing with a single call is that call. It may get more: the address is not the tool's for good.
  if (operations.length === 1) redirect(`/tools/${operations[0].definition.slug}`);
  return <ListingPage operations={operations} origin={await pageOrigin()} />;
}

async function OneTool({ wanted, tool }: { wanted: string; tool: Tool }) {
  const { definition, schema, shape = null } = tool;
  const { slug } = definition;
  // A code, or other capitals, has one proper address.
  if (wanted !== slug) permanentRedirect(`/tools/${slug}`);
  const read = await tryLedger(() =>
    Promise.all([
      toolStats(db(), slug),
      latestPayments(db(), { tool: slug, limit: LAST_CALLS }),
      definition.account ? disputeRates(db(), { tool: slug }) : null,
    ]),
  );
  const stats = read ? read[0].get(slug) : null;
  const examples = examplesOf(tool);
  return (
    <ToolStage
      tool={{
        code: definition.code,
        slug,
        shape,
        price: priceOf(definition),
        pricing: definition.pricing ?? null,
        unavailable: tool.unavailable?.() ?? null,
        seller: definition.seller.name,
        runP50Ms: stats?.runP50Ms ?? null,
        example: examples[0].input,
        examples,
        choices: shape ? {} : { chain: servedChains(), model: tool.models?.() ?? [] },
      }}
      origin={await pageOrigin()}
      head={
        <>
          <ToolHead tool={definition} />
          <ToolFigures stats={stats} />
          {read?.[2] ? <DisputeRates rates={read[2]} className="mt-3 max-w-measure text-2 text-ink-3" /> : null}
          <LiftedPrice listed={parseUsdc(definition.price)} price={priceOf(definition)} />
        </>
      }
      sample={
        shape ? (
          <ExampleCall seller={definition.seller.name} example={examples[0].input} />
        ) : (
          <Suspense fallback={<AnswerSkeleton />}>
            <Samples slug={slug} />
          </Suspense>
        )
      }
      about={
        shape ? (
          <AboutSellersTool
            tool={definition}
            schema={schema}
            shape={shape}
            payTo={requirementsFor(definition).payTo}
            path={toolPath(tool)}
          />
        ) : (
          <AboutTool tool={definition} schema={schema} />
        )
      }
      lastCalls={<LastCalls calls={read ? read[1] : null} />}
    />
  );
}

/** Run for real, at most a minute ago; the page does not wait for it. */
async function Samples({ slug }: { slug: string }) {
  const answers = await sampleAnswers(slug);
  return (
    <SampleAnswer
      slug={slug}
      samples={answers.map(({ example, answer, at }) => ({ name: example.name, input: example.input, answer, at }))}
    />
  );
}
