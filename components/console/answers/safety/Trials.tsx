import type { SafetyAnswer } from "@/lib/safety/answer/shape";
import { bpsText } from "../market/poolText";
import { Mark } from "../parts/Mark";
import { PartTable } from "../parts/PartTable";
import { Fold } from "./Fold";

/** Every purchase, sale and transfer that was tried; folded. */
export function Trials({ answer: { trade } }: { answer: SafetyAnswer }) {
  const { trials } = trade;
  if (trials.length === 0) return null;
  const refused = trials.filter(({ ok }) => !ok).length;
  return (
    <Fold label={<h3 className="text-3 font-strong">Every trade that was tried</h3>} side={`${trials.length} tried · ${refused} refused`}>
      <PartTable
        label="Trades that were tried"
        columns={[{ label: "What" }, { label: "Result", className: "w-24" }, { label: "Tax", className: "w-20", right: true, wide: true }]}
        rows={trials.map(({ what, ok, tax_bps, reason }, index) => ({
          key: `${index} ${what}`,
          cells: [
            <div key="what" className="[overflow-wrap:anywhere]">
              {what}
              {/* A narrow screen has no column for it. */}
              {tax_bps === null ? null : <span className="num text-1 text-ink-3 md:hidden"> · tax {bpsText(tax_bps)}</span>}
              {reason === null ? null : (
                <div className="num text-1 leading-4.5 text-ink-3">
                  The contract: <bdi>{reason}</bdi>
                </div>
              )}
            </div>,
            <Mark key="result" tone={ok ? "good" : "bad"} word={ok ? "Worked" : reason === null ? "Nothing" : "Refused"} />,
            <span key="tax" className="num">
              {tax_bps === null ? "–" : bpsText(tax_bps)}
            </span>,
          ],
        }))}
      />
    </Fold>
  );
}
