"use client";

import { formatUsd, formatUsdc } from "@/lib/money";
import { cx } from "./cx";
import { Tip } from "./Tip";

type Props = {
  /** Atomic units of USDC. */
  atomic: bigint | string;
  /** `usd` is $0.005, `usdc` is 0.005 USDC. */
  as?: "usd" | "usdc";
  minDecimals?: number;
  className?: string;
};

/** Always with its unit; atomic amount and asset on hover. */
export function Money({ atomic, as = "usd", minDecimals = 0, className }: Props) {
  const amount = BigInt(atomic);
  return (
    <Tip text={`${amount} units of USDC, 6 decimals`}>
      <span className={cx("num whitespace-nowrap", className)}>
        {as === "usd" ? formatUsd(amount, minDecimals) : `${formatUsdc(amount, minDecimals)} USDC`}
      </span>
    </Tip>
  );
}
