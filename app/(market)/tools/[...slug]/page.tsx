import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { Suspense } from "react";
import { AboutTool } from "@/components/console/AboutTool";
import { AnswerSkeleton } from "@/components/console/AnswerSkeleton";
import { LastCalls } from "@/components/console/LastCalls";
import { LiftedPrice } from "@/components/console/LiftedPrice";
import { SampleAnswer } from "@/components/console/SampleAnswer";
import { ToolFigures } from "@/components/console/ToolFigures";
import { ToolHead } from "@/components/console/ToolHead";
import { ToolStage } from "@/components/console/ToolStage";
import { pageOrigin } from "@/components/layout/pageOrigin";
import { db } from "@/db/client";
import { latestPayments } from "@/db/queries/latestPayments";
import { toolStats } from "@/db/queries/toolStats";
import { parseUsdc } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import { findDefinition } from "@/lib/tools/catalog";
import { examplesOf } from "@/lib/tools/examples";
import { findTool } from "@/lib/tools/registry";
import { sampleAnswers } from "@/lib/tools/samples";
import { servedChains } from "@/lib/tools/servedChains";
import { tryLedger } from "@/lib/tryLedger";

type Props = { params: Promise<{ slug: string[] }> };

const LAST_CALLS = 6;

async function toolOf({ params }: Props) {
  const wanted = (await params).slug.map(decodeURIComponent).join("/");
  const definition = findDefinition(wanted);
  return { wanted, tool: definition ? findTool(definition.slug) : null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { tool } = await toolOf(props);
  return tool
    ? { title: tool.definition.slug, description: `${tool.definition.question} ${tool.definition.description}` }
    : { title: "Nothing in this slot" };
}

export default async function ToolPage(props: Props) {
  const { wanted, tool } = await toolOf(props);
  if (!tool) notFound();
  const { definition, schema } = tool;
  const { slug } = definition;
  // A code, or other capitals, has one proper address.
  if (wanted !== slug) permanentRedirect(`/tools/${slug}`);
  const read = await tryLedger(() => Promise.all([toolStats(db(), slug), latestPayments(db(), { tool: slug, limit: LAST_CALLS })]));
  const stats = read ? read[0].get(slug) : null;
  const examples = examplesOf(tool);
  return (
    <ToolStage
      tool={{
        code: definition.code,
        slug,
        price: priceOf(definition),
        pricing: definition.pricing ?? null,
        unavailable: tool.unavailable?.() ?? null,
        seller: definition.seller.name,
        runP50Ms: stats?.runP50Ms ?? null,
        example: examples[0].input,
        examples,
        choices: { chain: servedChains(), model: tool.models?.() ?? [] },
      }}
      origin={await pageOrigin()}
      head={
        <>
          <ToolHead tool={definition} />
          <ToolFigures stats={stats} />
          <LiftedPrice listed={parseUsdc(definition.price)} price={priceOf(definition)} />
        </>
      }
      sample={
        <Suspense fallback={<AnswerSkeleton />}>
          <Samples slug={slug} />
        </Suspense>
      }
      about={<AboutTool tool={definition} schema={schema} />}
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
