"use client";

import { GAS_ALONE, gasEach } from "@/lib/explorer/gas";
import { cx } from "../ui/cx";
import { RelativeTime } from "../ui/RelativeTime";
import { type ChainHead, useChainHead } from "../wallet/useChainHead";
import { useNews } from "./LiveNews";

const whole = (value: number) => value.toLocaleString("en");

/** The machine's lit line: the newest block, and how the last day's calls went onto the chain. */
export function ExplorerStrip({ head }: { head: ChainHead | null }) {
  const { stats } = useNews();
  const { data = head } = useChainHead();
  const each = gasEach({ gasUsed: stats.gas, payments: stats.payments });
  const ratio = stats.transactions === 0 ? "–" : (stats.payments / stats.transactions).toFixed(1);
  const cells = [
    { value: whole(stats.paidCalls), label: "paid calls, 24 h" },
    { value: whole(stats.transactions), label: "transactions for them" },
    { value: ratio, label: "payments in each" },
    { value: each === null ? "–" : whole(each), label: `gas a payment, alone ${whole(GAS_ALONE)}` },
  ];
  return (
    <section
      aria-label="The last 24 hours on the chain"
      className="num grid grid-cols-2 gap-px overflow-hidden rounded-panel border border-display-edge bg-display-rule text-display-ink mid:grid-cols-5"
    >
      <Cell value={data ? whole(Number(data.block)) : "–"}>
        <span aria-hidden className={cx("mr-1.5 inline-block size-1.75 rounded-full", data ? "bg-display-on" : "bg-display-bad")} />
        {data ? (
          <>
            block, <RelativeTime at={data.at} />
          </>
        ) : (
          "the chain did not answer"
        )}
      </Cell>
      {cells.map(({ value, label }, index) => (
        <Cell key={label} value={value} wide={index === cells.length - 1}>
          {label}
        </Cell>
      ))}
    </section>
  );
}

function Cell({ value, wide = false, children }: { value: string; wide?: boolean; children: React.ReactNode }) {
  return (
    <div className={cx("bg-display px-3.5 py-3 md:px-5", wide && "max-mid:col-span-2")}>
      <div className="text-4">{value}</div>
      <div className="text-1 text-display-dim">{children}</div>
    </div>
  );
}
