"use client";

import type { Batch } from "@/db/queries/batches";
import { GAS_ALONE, gasAgainstAlone, gasEach } from "@/lib/explorer/gas";
import { CopyButton } from "../ui/CopyButton";
import { cx } from "../ui/cx";
import { Panel } from "../ui/Panel";
import { RelativeTime } from "../ui/RelativeTime";
import { shorten } from "../ui/shorten";
import { LedgerLink } from "./LedgerLink";
import { useNews } from "./LiveNews";

/** The newest transactions: one mark, one payment, and what its share of the gas is against settling alone. */
export function Batches() {
  const { batches } = useNews();
  return (
    <section aria-labelledby="batches">
      <div className="flex items-baseline justify-between gap-3">
        <h2 id="batches" className="text-4">
          Batches
        </h2>
        <span className="text-2 text-ink-3">one mark, one payment</span>
      </div>
      <Panel className="mt-3">
        {batches.length === 0 ? <p className="p-4 text-2 text-ink-2">No transaction of this market has been mined yet.</p> : null}
        <ul>
          {batches.map((batch) => (
            <li key={batch.hash} className="border-b border-line px-4 py-3.5 last:border-b-0">
              <BatchCard batch={batch} />
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
}

export function BatchCard({ batch }: { batch: Batch }) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-2">
        <span className="flex min-w-0 items-center gap-1.5">
          <span className="whitespace-nowrap">
            <b className="font-strong">{batch.payments === 1 ? "1 payment" : `${batch.payments} payments`}</b>
            <span className="text-ink-2"> in</span>
          </span>
          <LedgerLink kind="tx" value={batch.hash} />
          <CopyButton text={batch.hash} what={`transaction ${shorten(batch.hash)}`} className="max-md:hidden" />
        </span>
        <span className="num whitespace-nowrap text-ink-3">
          {batch.block === null ? null : `${Number(batch.block).toLocaleString("en")} · `}
          <RelativeTime at={batch.at} short />
        </span>
      </div>
      <Marks count={batch.payments} />
      <GasBar batch={batch} />
    </>
  );
}

const A_ROW = 50;

/** Fifty to a row; the rest of the last one stays empty. */
function Marks({ count }: { count: number }) {
  const places = Array.from({ length: Math.max(1, Math.ceil(count / A_ROW)) * A_ROW }, (_, place) => place);
  return (
    <div aria-hidden className="mt-2.5 grid grid-cols-[repeat(50,minmax(0,1fr))] gap-x-[2px] gap-y-1">
      {places.map((place) => (
        <span
          key={place}
          className={cx("h-3.5 rounded-[1.5px]", place < count ? "bg-settled" : "border border-line-strong max-md:border-line")}
        />
      ))}
    </div>
  );
}

function GasBar({ batch }: { batch: Batch }) {
  const each = gasEach(batch);
  if (each === null) return null;
  const change = gasAgainstAlone(each);
  const words = batch.payments === 1 ? "alone" : `${change < 0 ? "−" : "+"}${Math.abs(change)} %`;
  return (
    <div className="mt-2.5 flex items-center gap-2.5">
      <span aria-hidden className="h-[3px] min-w-0 flex-1 rounded-full bg-line">
        <span className="block h-full rounded-full bg-ink-2" style={{ width: `${Math.min(100, (each / GAS_ALONE) * 100)}%` }} />
      </span>
      <span className="num whitespace-nowrap text-2 text-ink-2">
        <span className="text-ink">{each.toLocaleString("en")}</span> gas each, {words}
      </span>
    </div>
  );
}
