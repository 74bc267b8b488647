import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { cx } from "../../../ui/cx";
import { checkResult } from "../checkResult";
import { bpsText } from "../market/poolText";
import { Heading } from "./Heading";

/** The bars' whole length is one of these, so that small taxes can be told apart and large ones fit. */
const SCALES = [1_000, 2_500, 5_000, 10_000];

/** What buying, selling and passing on costs, measured; the colour is the check's own result. */
export function Taxes({ answer: { trade, checks } }: { answer: SafetyAnswer }) {
  const rows = [
    { id: "buy_tax", label: "Buy", bps: trade.buy_tax_bps },
    { id: "sell_tax", label: "Sell", bps: trade.sell_tax_bps },
    { id: "transfer_tax", label: "Transfer", bps: trade.transfer_tax_bps },
  ];
  const most = Math.max(...rows.map(({ bps }) => bps ?? 0));
  const scale = SCALES.find((size) => size >= most) ?? 10_000;
  return (
    <section className="border-t border-line p-4 md:p-5">
      <Heading side={rows.some(({ bps }) => bps !== null) ? `bars to ${bpsText(scale)}` : null}>Taxes</Heading>
      <dl className="mt-2 grid gap-y-1.5 text-2">
        {rows.map(({ id, label, bps }) => {
          const check = checks.find((one) => one.id === id);
          return (
            <div key={id} className="grid grid-cols-[4rem_6.5rem_minmax(0,1fr)] items-center gap-x-3">
              <dt className="text-ink-3">{label}</dt>
              <dd className={bps === null ? "text-ink-3" : "num"}>{bps === null ? "not measured" : bpsText(bps)}</dd>
              <dd className="h-2 overflow-hidden rounded-full bg-sunken">
                {bps === null ? null : (
                  <span
                    aria-hidden
                    className={cx("block h-full", COLOR[check ? checkResult(check) : "pass"])}
                    style={{ width: `${(bps / scale) * 100}%` }}
                  />
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

const COLOR = {
  fail: "bg-v-avoid",
  caution: "bg-v-caution",
  note: "bg-c-before",
  pass: "bg-c-before",
  unknown: "bg-c-before",
  not_applicable: "bg-c-before",
};
