"use client";

import { paymentNetwork } from "@/lib/chains";
import { type CallTarget, callRequest } from "@/lib/discovery/callRequest";
import { formatUsd, formatUsdc } from "@/lib/money";
import type { CallRecord, Phase } from "../console/callTypes";
import { formatMs } from "../ui/formatMs";
import { Hash } from "../ui/Hash";
import { Rows } from "../ui/Rows";
import { shorten } from "../ui/shorten";
import { clockUtc } from "../ui/times";
import { explorerLink } from "../wallet/explorerLink";
import { useMarket } from "../wallet/MarketContext";
import { Disclosure } from "./Disclosure";
import { RawText } from "./RawText";
import { TypedData } from "./TypedData";
import { WireBar } from "./WireBar";
import { WireOutcome } from "./WireOutcome";
import { WireStep } from "./WireStep";
import { wireStretches, wireTotals } from "./wireTimes";

type Props = { record: CallRecord; phase: Phase; target: CallTarget; seller: string };

/** The wire inspector: every request, header and step of one call, with its measured time. */
export function WireTimeline({ record, phase, target, seller }: Props) {
  const { slug } = target;
  const market = useMarket();
  const { method, path } = callRequest(target, record.input);
  const { quote, sign, paid, payment } = record;
  const totals = wireTotals(record);
  const ends = sign ? clockUtc(new Date(Number(sign.authorization.validBefore) * 1000)) : "";
  const reached =
    phase === "unknown"
      ? "the chain has not told yet"
      : phase === "failed"
        ? "no money moved"
        : payment?.transaction
          ? null
          : "nothing reached the chain";
  return (
    <section aria-labelledby="wire">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="wire" className="text-4">
          What went over the wire
        </h2>
        <span className="hidden text-2 text-ink-3 md:inline">
          {phase === "settled" ? `${formatMs(totals.machine)} of machine${totals.you ? `, ${formatMs(totals.you)} of you` : ""}` : reached}
        </span>
      </div>
      <WireBar stretches={wireStretches(record)} />
      <ol className="mt-6">
        <WireStep
          at={0}
          dot="request"
          title={`${method} ${path.split("?")[0]}, without payment`}
          side={quote ? `402 in ${formatMs(quote.ms)}` : record.refusal?.status || "no answer"}
        />
        {quote ? (
          <WireStep
            at={quote.ms}
            dot="machine"
            title="402, decoded"
            side={`PAYMENT-REQUIRED, ${quote.header.length.toLocaleString("en")} B`}
          >
            <div className="mt-2 mb-2 rounded-control border border-line bg-surface px-3.5 py-3">
              <Rows
                termWidth="w-14"
                rows={[
                  {
                    term: "pay",
                    value: (
                      <span className="num">
                        {formatUsd(BigInt(quote.terms.amount))}{" "}
                        <span className="text-ink-3">
                          = {quote.terms.amount} units of USDC {shorten(quote.terms.asset)}
                        </span>
                      </span>
                    ),
                  },
                  {
                    term: "to",
                    value: (
                      <>
                        <Hash value={quote.terms.payTo} /> <span className="text-ink-3">{seller}</span>
                      </>
                    ),
                  },
                  {
                    term: "on",
                    value: (
                      <span className="num">
                        {quote.terms.network} <span className="text-ink-3">{paymentNetwork(market.network).name}</span>
                      </span>
                    ),
                  },
                  {
                    term: "scheme",
                    value: (
                      <span className="num">
                        {quote.terms.scheme} <span className="text-ink-3">· v2{quote.hasV1Body ? ", also v1 in the body" : ""}</span>
                      </span>
                    ),
                  },
                  { term: "good for", value: <span className="num">{quote.terms.maxTimeoutSeconds} s</span> },
                ]}
              />
            </div>
            <Disclosure summary="Show raw">
              <RawText text={quote.header} what="PAYMENT-REQUIRED" />
            </Disclosure>
          </WireStep>
        ) : null}
        {quote && sign ? (
          <WireStep
            at={sign.at}
            dot="you"
            title={paid ? "You sign" : "You did not sign"}
            side={sign.ms === null ? null : formatMs(sign.ms)}
            last={!paid && phase !== "signing"}
          >
            <p>
              “Let {shorten(quote.terms.payTo)} take exactly {formatUsdc(BigInt(quote.terms.amount))} USDC from me, once, before {ends}.”
            </p>
            <div className="mt-2">
              <TypedData authorization={sign.authorization} amount={quote.terms.amount} seller={seller} />
            </div>
          </WireStep>
        ) : null}
        {paid ? (
          <WireStep
            at={paid.at}
            dot="request"
            title={`The same ${method}, with payment`}
            side={`PAYMENT-SIGNATURE, ${paid.header.length.toLocaleString("en")} B`}
          >
            <Disclosure summary="Show raw">
              <RawText text={paid.header} what="PAYMENT-SIGNATURE" />
            </Disclosure>
          </WireStep>
        ) : null}
        {paid ? (
          <WireOutcome
            record={record}
            phase={phase}
            slug={slug}
            ends={ends}
            txHref={payment?.transaction ? explorerLink(market, "tx", payment.transaction) : null}
          />
        ) : null}
      </ol>
    </section>
  );
}
