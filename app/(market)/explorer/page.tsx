import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Batches } from "@/components/explorer/Batches";
import { ExplorerSearch } from "@/components/explorer/ExplorerSearch";
import { ExplorerStrip } from "@/components/explorer/ExplorerStrip";
import { LiveNews } from "@/components/explorer/LiveNews";
import { NewestSettlements } from "@/components/explorer/NewestSettlements";
import { NotFoundNote } from "@/components/explorer/NotFoundNote";
import { VolumePanel } from "@/components/explorer/VolumePanel";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { db } from "@/db/client";
import { newestBatches } from "@/db/queries/batches";
import { explorerPayments } from "@/db/queries/explorerPayments";
import { explorerStats } from "@/db/queries/explorerStats";
import { searchLedger } from "@/db/queries/searchLedger";
import { volume } from "@/db/queries/volume";
import { chainStatus } from "@/lib/chainStatus";
import { env } from "@/lib/env";
import { SHOWN_BATCHES, SHOWN_PAYMENTS } from "@/lib/explorer/news";
import { readExplorerQuery } from "@/lib/explorer/query";
import { tryLedger } from "@/lib/tryLedger";
import { pathOf } from "./pathOf";

export const metadata: Metadata = {
  title: "Explorer",
  description: "Every payment of this market as it settles: transactions, batches, gas, and volume with and without own wallets.",
};

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ExplorerPage({ searchParams }: Props) {
  const query = new URLSearchParams(Object.entries(await searchParams).flatMap(([name, value]) => [[name, [value].flat()[0] ?? ""]]));
  const asked = query.get("q")?.replaceAll("\0", "").trim() ?? "";
  if (asked) {
    const found = await tryLedger(() => searchLedger(db(), asked));
    if (found) redirect(pathOf(found));
  }
  const { filter, before } = readExplorerQuery(query);
  const tool = filter.tool ?? null;
  const [read, head] = await Promise.all([
    tryLedger(() =>
      Promise.all([
        explorerPayments(db(), { tool: filter.tool }, SHOWN_PAYMENTS, before),
        newestBatches(db(), SHOWN_BATCHES),
        explorerStats(db()),
        volume(db()),
      ]),
    ),
    chainStatus().catch(() => null),
  ]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-12 gap-y-4 pt-8 md:pt-10">
        <h1 className="text-5 md:text-6">Every cent, as it settles</h1>
        <ExplorerSearch asked={asked} />
      </div>
      {asked ? <NotFoundNote asked={asked} /> : null}
      {read ? (
        <LiveNews first={{ closed: [], payments: read[0].rows, batches: read[1], stats: read[2] }} tool={tool} live={before === undefined}>
          <div className="mt-5 grid gap-6 md:mt-6">
            <ExplorerStrip head={head} />
            <VolumePanel days={read[3]} usdPerEth={env().usdPerEth} />
          </div>
          <div className="mt-10 grid grid-cols-[minmax(0,1fr)] gap-x-12 gap-y-12 md:mt-12 lg:grid-cols-[minmax(0,1fr)_456px]">
            <NewestSettlements older={read[0].older} past={before !== undefined} />
            <Batches />
          </div>
        </LiveNews>
      ) : (
        <div className="mt-8">
          <LedgerDown what="what has settled" />
        </div>
      )}
    </>
  );
}
