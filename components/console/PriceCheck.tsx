"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import { formatUsdc } from "@/lib/money";
import { Button } from "../ui/Button";
import { Note } from "../ui/Note";
import type { Priced } from "./requestPrice";

type Props = { priced: Priced | null; pending: boolean; networkName: string; onAsk: () => void; made: string | null };

/** Asking is free: the terms of this very call, or why the market would not take it. */
export function PriceCheck({ priced, pending, networkName, onAsk, made }: Props) {
  return (
    <>
      <div className="flex items-center gap-3">
        <Button onClick={onAsk} busy={pending}>
          Get the price
        </Button>
        <span className="text-2 text-ink-3">Free. Says if the call would be taken.</span>
      </div>
      {made ? <p className="-mt-2 text-2 text-ink-3">{made.replace(/\.$/, "")}.</p> : null}
      <div role="status" className="empty:hidden">
        {priced?.ok ? (
          <Note icon={<CircleCheck aria-hidden className="size-4 text-settled" />}>
            <b className="font-strong">The market would take this call.</b> Exactly{" "}
            <span className="num">{formatUsdc(BigInt(priced.quote.terms.amount))} USDC</span> on {networkName}, and nothing when there is no
            answer.
          </Note>
        ) : priced ? (
          <Note icon={<CircleAlert aria-hidden className="size-4 text-unknown" />}>
            <b className="font-strong">{priced.refusal.message}</b> {priced.refusal.hint}{" "}
            <code className="num text-1 text-ink-3">{priced.refusal.reason ?? priced.refusal.code}</code>
          </Note>
        ) : null}
      </div>
    </>
  );
}
