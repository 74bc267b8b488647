import { cx } from "../ui/cx";
import type { MarketFacts } from "../wallet/marketFacts";
import { networkLabel } from "./networkLabel";

/** Where payments are made; dashed when its money is only for tests. */
export function NetworkChip({ market }: { market: MarketFacts }) {
  return (
    <span
      className={cx(
        "inline-flex h-7 shrink-0 items-center whitespace-nowrap rounded-control border px-2.5 text-1 font-label text-ink-2",
        market.testnet ? "border-dashed border-line-input" : "border-line-strong",
      )}
    >
      {networkLabel(market)}
    </span>
  );
}
