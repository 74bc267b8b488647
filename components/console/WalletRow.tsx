"use client";

import { useConnection, useDisconnect } from "wagmi";
import { formatUsdc } from "@/lib/money";
import { cx } from "../ui/cx";
import { Hash } from "../ui/Hash";
import { Tip } from "../ui/Tip";
import { WalletIcon } from "../wallet/WalletIcon";

/** Who pays, with what. */
export function WalletRow({
  address,
  balance,
  short,
}: {
  address: string;
  balance: bigint | undefined /** Less than the price. */;
  short: boolean;
}) {
  const { connector } = useConnection();
  const disconnect = useDisconnect();
  return (
    <div className="flex items-center gap-3 border-y border-line py-2.5 text-2">
      <WalletIcon icon={connector?.icon} />
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-1.5">
        <span className="font-strong">{connector?.name ?? "Wallet"}</span>
        <Hash value={address} />
      </div>
      {balance === undefined ? (
        <span className="skeleton h-4 w-22" aria-hidden />
      ) : (
        <Tip text={`${balance} units of USDC, 6 decimals`}>
          <span className="num whitespace-nowrap">
            <span className={cx(short && "font-strong text-unknown")}>{formatUsdc(balance)}</span> <span className="text-ink-3">USDC</span>
          </span>
        </Tip>
      )}
      <button type="button" className="link" onClick={() => disconnect.mutate()}>
        Change
      </button>
    </div>
  );
}
