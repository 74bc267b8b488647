import { gasShare } from "@/lib/explorer/gas";
import { formatUsd } from "@/lib/money";
import { formatEth } from "./formatEth";

type Props = {
  /** What the gas was paid for. */
  of: string;
  calls: number;
  /** Atomic. */
  revenue: bigint;
  /** wei */
  fee: bigint;
  /** Atomic; null where nobody said. */
  usdPerEth: bigint | null;
  className?: string;
};

/** What the market paid in gas beside what came in; nothing where others paid all of it. */
export function GasLine({ of, calls, revenue, fee, usdPerEth, className }: Props) {
  if (calls === 0 || fee === 0n) return null;
  return (
    <p className={className}>
      Gas of {of}, paid by the market: <span className="num whitespace-nowrap">{formatEth(fee)}</span>,{" "}
      <span className="num whitespace-nowrap">{formatEth(fee / BigInt(calls))}</span> a call on average.
      {usdPerEth === null ? null : (
        <>
          {" "}
          At <span className="num whitespace-nowrap">{formatUsd(usdPerEth)}</span> an ETH, that is{" "}
          <span className="num whitespace-nowrap">{gasShare(fee, revenue, usdPerEth)} %</span> of what they brought in.
        </>
      )}
    </p>
  );
}
