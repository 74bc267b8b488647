import { FiguresPanel } from "@/components/dashboard/FiguresPanel";
import { FIGURE_KEYS, figureChange, figureText } from "@/components/dashboard/figures";
import { PaymentsSection } from "@/components/dashboard/PaymentsSection";
import { readPaymentQuery, type SearchParams } from "@/components/dashboard/paymentQuery";
import { RangeSelects } from "@/components/dashboard/RangeSelects";
import { DEFAULT_RANGE, isRange, RANGES, type Range, rangeOf } from "@/components/dashboard/ranges";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { GasLine } from "@/components/ui/GasLine";
import { db } from "@/db/client";
import { sellerFigures } from "@/db/queries/sellerFigures";
import { sellerGas } from "@/db/queries/sellerGas";
import { countSellerPayments } from "@/db/queries/sellerPayments";
import { sellerSeries } from "@/db/queries/sellerSeries";
import { currentSeller } from "@/lib/auth/currentSeller";
import { env } from "@/lib/env";
import { firstSteps } from "../firstSteps";
import { paramsText, readPayments } from "../readPayments";
import { sellerTools } from "../sellerTools";

const ROWS = 12;

export default async function OverviewPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [seller, params] = await Promise.all([currentSeller(), searchParams]);
  if (!seller) return null;
  if ((await countSellerPayments(db(), seller, {}, 1)) === 0) return firstSteps(seller);

  const now = new Date();
  const range = rangeOf(isRange(params.range) ? params.range : DEFAULT_RANGE, now);
  const compare = params.compare !== "off";
  const query = readPaymentQuery(params, range.key);
  const [figures, gas, table] = await Promise.all([
    readFigures(seller, range, compare),
    sellerGas(db(), seller, range.now),
    readPayments(seller, query, now, ROWS),
  ]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-5">Overview</h1>
        <RangeSelects range={range.key} compare={compare} />
      </div>
      <div className="mt-5">
        <FiguresPanel {...figures} step={range.step} />
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
          tools={sellerTools(seller).map((tool) => tool.slug)}
          explorer={readMarketFacts().explorer}
        />
      </div>
    </>
  );
}

async function readFigures(seller: string, range: Range, compare: boolean) {
  const [now, before, series, seriesBefore] = await Promise.all([
    sellerFigures(db(), seller, range.now),
    compare ? sellerFigures(db(), seller, range.before) : null,
    sellerSeries(db(), seller, range.now, range.step),
    compare ? sellerSeries(db(), seller, range.beforeWhole, range.step) : null,
  ]);
  const nothing = before ? `none in the ${RANGES[range.key].before}` : `in ${RANGES[range.key].label}`;
  const tabs = FIGURE_KEYS.map((figure) => ({
    figure,
    value: figureText(figure, now),
    change: before ? figureChange(figure, now, before) : null,
    note: nothing,
  }));
  return { tabs, series, before: seriesBefore };
}
