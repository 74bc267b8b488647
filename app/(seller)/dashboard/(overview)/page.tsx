import { ByTool } from "@/components/dashboard/ByTool";
import { FiguresPanel } from "@/components/dashboard/FiguresPanel";
import { PaymentsSection } from "@/components/dashboard/PaymentsSection";
import { readPaymentQuery, type SearchParams } from "@/components/dashboard/paymentQuery";
import { RangeSelects } from "@/components/dashboard/RangeSelects";
import { Reasons } from "@/components/dashboard/Reasons";
import { DEFAULT_RANGE, isRange, RANGES, rangeOf } from "@/components/dashboard/ranges";
import { SmallFacts } from "@/components/dashboard/SmallFacts";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { GasLine } from "@/components/ui/GasLine";
import { db } from "@/db/client";
import { TIMED_DAYS } from "@/db/queries/sellerByTool";
import { countSellerPayments } from "@/db/queries/sellerPayments";
import { currentSeller } from "@/lib/auth/currentSeller";
import { env } from "@/lib/env";
import { firstSteps } from "../firstSteps";
import { paramsText, readPayments } from "../readPayments";
import { ownWallets, sellerTools } from "../sellerTools";
import { readOverview } from "./readOverview";

const ROWS = 12;

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [seller, params] = await Promise.all([currentSeller(), searchParams]);
  if (!seller) return null;
  if ((await countSellerPayments(db(), seller, {}, 1)) === 0) return firstSteps(seller);

  const now = new Date();
  const range = rangeOf(isRange(params.range) ? params.range : DEFAULT_RANGE, now);
  const compare = params.compare !== "off";
  const query = readPaymentQuery(params, range.key);
  const [overview, table, tools] = await Promise.all([
    readOverview(seller, range, compare, await ownWallets(seller)),
    readPayments(seller, query, now, ROWS),
    sellerTools(seller),
  ]);
  const { panel, now: counts, gas, facts, byTool, reasons } = overview;
  // Times are kept by day: of a range of hours they are those of the days that it touches.
  const timesOf =
    range.step === "hour" ? "today and yesterday" : RANGES[range.key].steps > TIMED_DAYS ? `the last ${TIMED_DAYS} days` : null;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-5">Overview</h1>
        <RangeSelects range={range.key} compare={compare} />
      </div>
      <div className="mt-5">
        <FiguresPanel {...panel} />
        <SmallFacts payers={counts.payers} facts={facts} times={byTool.all} timesOf={timesOf} />
        <GasLine of="these calls" {...gas} usdPerEth={env().usdPerEth} className="mt-3 px-1 text-2 text-ink-3" />
      </div>
      <div className="mt-12">
        <PaymentsSection
          heading={
            <h2 id="payments-heading" className="text-4">
              Payments
            </h2>
          }
          path="/dashboard"
          params={paramsText(params)}
          query={query}
          {...table}
          tools={tools.map((tool) => tool.slug)}
          explorer={readMarketFacts().explorer}
        />
      </div>
      <div className="mt-12 grid grid-cols-[minmax(0,1fr)] gap-12">
        <ByTool {...byTool} period={RANGES[range.key].label} note={timesOf && `${RANGES[range.key].label}; times of ${timesOf}, UTC`} />
        <Reasons reasons={reasons} closed={counts.closed} paid={counts.paidCalls} />
      </div>
    </>
  );
}
