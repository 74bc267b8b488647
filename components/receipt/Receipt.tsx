import type { ReactNode } from "react";
import { formatUsdc } from "@/lib/money";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { shorten } from "../ui/shorten";
import { clockUtc } from "../ui/times";
import { Barcode } from "./Barcode";
import type { ReceiptFacts } from "./receiptFacts";

/** Paper in both themes. It leaves the mouth above it line by line when `printing`. */
export function Receipt({ facts, printing = false, mouth = true }: { facts: ReceiptFacts; printing?: boolean; mouth?: boolean }) {
  const at = new Date(facts.at);
  const amount = formatUsdc(BigInt(facts.amount));
  return (
    <section aria-label="Receipt" className="relative px-5 md:px-9">
      {mouth ? (
        <div
          aria-hidden
          className="absolute inset-x-5 top-0 h-2.5 rounded-full border border-display-edge bg-mouth max-md:inset-x-5 max-md:h-1.5 md:inset-x-5"
        />
      ) : null}
      <div className="receipt-shadow pt-1">
        <div className={cx("receipt-paper num px-5.5 pt-7 pb-8 text-2 text-receipt-ink", printing && "printing")}>
          <Line term={<b className="font-strong">COINSLOT</b>} value={<b className="font-strong">{facts.code}</b>} />
          <Line term={at.toISOString().slice(0, 10)} value={clockUtc(at)} />
          <Rule />
          <Line term={facts.tool} value={amount} />
          {facts.used === null ? null : <Line term="used of it" value={formatUsdc(BigInt(facts.used))} />}
          <Line term="gas" value="paid by us" />
          <Rule />
          <div className="flex justify-between text-4 font-strong">
            <span>PAID</span>
            <span>{amount} USDC</span>
          </div>
          {facts.refunds?.map(({ amount: back, transaction }) => (
            <div key={transaction}>
              <Line term={<b className="font-strong">REFUNDED</b>} value={<b className="font-strong">{formatUsdc(BigInt(back))} USDC</b>} />
              <Line term="in tx" value={<Whole text={transaction} />} />
            </div>
          ))}
          <Rule />
          <Line term="from" value={<Whole text={facts.payer} />} />
          <Line term="to" value={<Whole text={facts.payTo} />} />
          <Line term="tx" value={<Whole text={facts.transaction} />} />
          {facts.block ? <Line term="block" value={Number(facts.block).toLocaleString("en")} /> : null}
          {facts.batchSize && facts.batchSize > 1 ? <Line term="in a batch of" value={facts.batchSize} /> : null}
          {facts.answeredMs === null ? null : <Line term="answered in" value={formatMs(facts.answeredMs)} />}
          <div className="mt-4">
            <Barcode hash={facts.transaction} />
          </div>
          <div className="mt-2 text-center text-1 text-receipt-dim">{facts.paymentId}</div>
        </div>
      </div>
    </section>
  );
}

function Line({ term, value }: { term: ReactNode; value: ReactNode }) {
  return (
    <div className="flex justify-between gap-3">
      <span className="text-receipt-dim [&_b]:text-receipt-ink">{term}</span>
      <span>{value}</span>
    </div>
  );
}

function Rule() {
  return <div aria-hidden className="my-2.5 border-t border-dashed border-receipt-rule" />;
}

function Whole({ text }: { text: string }) {
  return (
    <span title={text}>
      <span aria-hidden>{shorten(text)}</span>
      <span className="sr-only">{text}</span>
    </span>
  );
}
