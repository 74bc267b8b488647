import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formatGwei } from "viem";
import { Facts } from "@/components/dashboard/Facts";
import { BatchCard } from "@/components/explorer/Batches";
import { Settlements } from "@/components/explorer/Settlements";
import { Trail } from "@/components/explorer/Trail";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { formatEth } from "@/components/ui/formatEth";
import { Hash } from "@/components/ui/Hash";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { Money } from "@/components/ui/Money";
import { Panel } from "@/components/ui/Panel";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { shorten } from "@/components/ui/shorten";
import { explorerLink } from "@/components/wallet/explorerLink";
import type { Batch } from "@/db/queries/batches";
import { findTransaction, MOST_PAYMENTS } from "./findTransaction";

type Props = { params: Promise<{ hash: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Transaction ${shorten((await params).hash.slice(0, 66))}` };
}

export default async function TransactionPage({ params }: Props) {
  const { hash } = await params;
  const found = await findTransaction(hash);
  if (found === "ledger_unavailable") return <LedgerDown what="this transaction" />;
  if (!found) notFound();
  const { batch, payments } = found;
  const settled = payments.filter((payment) => payment.state === "settled").reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return (
    <>
      <Trail here={shorten(hash, 10, 6)} />
      <h1 className="mt-2 flex flex-wrap items-baseline gap-x-3 text-5 md:text-6">
        {payments.length >= MOST_PAYMENTS ? `The first ${MOST_PAYMENTS}` : payments.length}{" "}
        {payments.length === 1 ? "payment in one transaction" : "payments in one transaction"}
      </h1>
      <p className="mt-1 text-3 text-ink-2">
        <Hash value={hash.toLowerCase()} what="transaction" head={10} href={explorerLink(readMarketFacts(), "tx", hash)} />
        {batch ? (
          <>
            , <RelativeTime at={batch.at} />
          </>
        ) : null}
      </p>
      <div className="mt-7 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_456px]">
        <section aria-labelledby="payments" className="min-w-0 max-lg:order-2">
          <h2 id="payments" className="mb-1 text-4">
            Payments
          </h2>
          <Settlements rows={payments} caption="The payments of this transaction" />
        </section>
        <aside aria-label="The transaction's facts" className="grid content-start gap-5">
          {batch?.block ? (
            <Panel className="px-4 py-3.5">
              <BatchCard batch={batch} />
            </Panel>
          ) : null}
          <Facts facts={[{ term: "Moved in all", value: <Money atomic={settled} as="usdc" /> }, ...(batch ? factsOf(batch) : [])]} />
        </aside>
      </div>
    </>
  );
}

function factsOf(batch: Batch & { state: string }) {
  const { gasUsed, gasPrice, block, sender } = batch;
  return [
    { term: "State", value: WORDS[batch.state] ?? batch.state },
    ...(block ? [{ term: "Block", value: <span className="num">{Number(block).toLocaleString("en")}</span> }] : []),
    ...(gasUsed ? [{ term: "Gas", value: <span className="num">{Number(gasUsed).toLocaleString("en")}</span> }] : []),
    ...(gasPrice ? [{ term: "Price of gas", value: <span className="num">{formatGwei(BigInt(gasPrice))} gwei</span> }] : []),
    ...(gasUsed && gasPrice
      ? [{ term: "Fee, paid by the market", value: <span className="num">{formatEth(BigInt(gasUsed) * BigInt(gasPrice))}</span> }]
      : []),
    { term: "Sent by", value: <Hash value={sender} /> },
  ];
}

const WORDS: Record<string, string> = {
  sent: "on its way",
  mined: "on the chain",
  dropped: "never mined: another transaction took its place",
};
