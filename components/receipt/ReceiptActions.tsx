"use client";

import Link from "next/link";
import { useState } from "react";
import { explorerLink } from "../wallet/explorerLink";
import { useMarket } from "../wallet/MarketContext";
import type { ReceiptFacts } from "./receiptFacts";
import { receiptText } from "./receiptText";

/** Under the receipt: take it with you. */
export function ReceiptActions({
  facts,
  page = true,
}: {
  facts: ReceiptFacts /** With a link to the receipt's own page. */;
  page?: boolean;
}) {
  const market = useMarket();
  const [copied, setCopied] = useState(false);
  const tx = explorerLink(market, "tx", facts.transaction);
  const copy = () =>
    void navigator.clipboard?.writeText(receiptText(facts)).then(() => {
      setCopied(true);
      setTimeout(() => setCopied(false), 1200);
    });
  return (
    <div className="mt-5 flex flex-wrap justify-center gap-x-4 gap-y-1 text-2">
      <button type="button" className="link" onClick={copy}>
        <span role="status">{copied ? "Copied" : "Copy receipt"}</span>
      </button>
      {page ? (
        <Link className="link" href={`/payments/${facts.paymentId}`}>
          Open its page
        </Link>
      ) : null}
      {tx ? (
        <a className="link" href={tx} target="_blank" rel="noreferrer">
          See the transaction
        </a>
      ) : null}
    </div>
  );
}
