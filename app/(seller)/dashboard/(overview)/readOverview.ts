import "server-only";
import { FIGURE_KEYS, figureChange, figureText } from "@/components/dashboard/figures";
import { RANGES, type Range } from "@/components/dashboard/ranges";
import { db } from "@/db/client";
import { refundFigures, refundSeries } from "@/db/queries/refundFigures";
import { sellerByTool } from "@/db/queries/sellerByTool";
import { sellerFacts } from "@/db/queries/sellerFacts";
import { sellerFigures } from "@/db/queries/sellerFigures";
import { sellerGas } from "@/db/queries/sellerGas";
import { sellerReasons } from "@/db/queries/sellerReasons";
import { sellerSeries } from "@/db/queries/sellerSeries";
import type { Period } from "@/db/queries/wholeHours";

/** Everything above and below the payments, of one seller and one range. `own`: the seller's wallets, lower case. */
export async function readOverview(seller: string, range: Range, compare: boolean, own: string[]) {
  const [now, before, series, seriesBefore, gas, facts, byTool, reasons] = await Promise.all([
    countsOf(seller, range.now),
    compare ? countsOf(seller, range.before) : null,
    seriesOf(seller, range.now, range.step),
    compare ? seriesOf(seller, range.beforeWhole, range.step) : null,
    sellerGas(db(), seller, range.now),
    sellerFacts(db(), seller, range.now, range.step, own),
    sellerByTool(db(), seller, range.now, range.step),
    sellerReasons(db(), seller, range.now, range.step),
  ]);
  const tabs = FIGURE_KEYS.map((figure) => ({
    figure,
    value: figureText(figure, now),
    change: figureChange(figure, now, before),
    note: before && figure !== "refunds" ? `none in the ${RANGES[range.key].before}` : `in ${RANGES[range.key].label}`,
  }));
  return { panel: { tabs, series, before: seriesBefore, step: range.step }, now, gas, facts, byTool, reasons };
}

async function countsOf(seller: string, period: Period) {
  const [figures, refunds] = await Promise.all([sellerFigures(db(), seller, period), refundFigures(db(), seller, period)]);
  return { ...figures, refunded: refunds.amount };
}

async function seriesOf(seller: string, period: Period, step: Range["step"]) {
  const [points, refunds] = await Promise.all([sellerSeries(db(), seller, period, step), refundSeries(db(), seller, period, step)]);
  return points.map((point, index) => ({ ...point, refunded: refunds[index]?.amount ?? 0n }));
}
