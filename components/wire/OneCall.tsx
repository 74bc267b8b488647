import type { ReactNode } from "react";
import type { LatestPayment } from "@/db/queries/latestPayments";
import { formatUsdc } from "@/lib/money";
import type { Requirements } from "@/lib/payments/types";
import { CodeText } from "../ui/CodeText";
import { cx } from "../ui/cx";
import { formatMs } from "../ui/formatMs";
import { Hash } from "../ui/Hash";
import { Money } from "../ui/Money";
import { Panel } from "../ui/Panel";
import { Rows } from "../ui/Rows";
import { Status } from "../ui/Status";
import { clockUtc } from "../ui/times";
import { Disclosure } from "./Disclosure";
import { RawText } from "./RawText";

type Props = {
  terms: Requirements;
  /** PAYMENT-REQUIRED as the route sends it now. */
  header: string;
  /** The newest settled payment of the tool, if there is one; undefined when the ledger did not say. */
  payment: LatestPayment | null | undefined;
  /** A few fields of a real answer; not this payer's, whose answer is nobody else's. */
  excerpt: string | null;
  txHref: string | null;
};

/** 402, sign, 200: real terms, and the newest payment that the ledger knows. */
export function OneCall({ terms, header, payment, excerpt, txHref }: Props) {
  const until = payment ? clockUtc(new Date(Number(payment.validBefore) * 1000)) : null;
  return (
    <Panel className="grid divide-line max-lg:divide-y lg:grid-cols-3 lg:divide-x">
      <Column code="402" title="The price, in a header">
        <Rows
          rows={[
            {
              term: "pay",
              value: (
                <>
                  <Money atomic={terms.amount} /> <span className="num text-ink-3">= {terms.amount} USDC units</span>
                </>
              ),
            },
            { term: "to", value: <Hash value={terms.payTo} /> },
            { term: "on", value: <span className="num">{terms.network}</span> },
            { term: "scheme", value: <span className="num">{terms.scheme}</span> },
            { term: "good for", value: <span className="num">{terms.maxTimeoutSeconds} s</span> },
          ]}
          termWidth="w-16"
        />
        <div className="mt-3 text-2 text-ink-3">
          Decoded from <code className="num">PAYMENT-REQUIRED</code>.{" "}
          <Disclosure summary="Show raw">
            <RawText text={header} what="the header" />
          </Disclosure>
        </div>
      </Column>
      <Column code="sign" title="What the wallet is asked">
        <p className="text-3">
          Let <Hash value={terms.payTo} copy={false} className="text-2" /> take exactly{" "}
          <b className="num font-strong">{formatUsdc(BigInt(terms.amount))} USDC</b> from you, once,{" "}
          {until ? (
            <>
              before <span className="num">{until}</span>.
            </>
          ) : (
            <>within {terms.maxTimeoutSeconds} s.</>
          )}
        </p>
        <p className="mt-3 text-2 text-ink-3">
          An EIP-3009 authorization. It costs no gas, moves nothing by itself, and cannot be used twice.
        </p>
        <div className="mt-2">
          <Disclosure summary="Show typed data">
            <RawText text={typedDataText(terms, payment)} what="the typed data" />
          </Disclosure>
        </div>
      </Column>
      <Column code="200" title="The answer, and its receipt" accent side={payment ? stepTimes(payment) : null}>
        {excerpt ? (
          <pre className="num mb-3 whitespace-pre-wrap [overflow-wrap:anywhere] text-2">
            <CodeText code={excerpt} />
          </pre>
        ) : null}
        {payment ? (
          <Rows
            termWidth="w-16"
            rows={[
              { term: "receipt", value: <Status status="settled" /> },
              ...(payment.transaction
                ? [{ term: "tx", value: <Hash value={payment.transaction} what="transaction" href={txHref} /> }]
                : []),
              ...(payment.block
                ? [{ term: "block", value: <span className="num">{Number(payment.block).toLocaleString("en")}</span> }]
                : []),
            ]}
          />
        ) : (
          <p className="text-2 text-ink-3">
            {payment === null
              ? "Nobody has paid for this one yet. With the first paid call its transaction stands here."
              : "The ledger did not answer, so the newest payment can't be shown now."}
          </p>
        )}
      </Column>
    </Panel>
  );
}

function Column({
  code,
  title,
  side,
  accent = false,
  children,
}: {
  code: string;
  title: string;
  side?: string | null;
  accent?: boolean;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0 p-5">
      <div className="flex items-baseline justify-between gap-3">
        <span className={cx("num-lg text-5 font-head", accent && "text-settled")}>{code}</span>
        {side ? <span className="num text-1 text-ink-3">{side}</span> : null}
      </div>
      <h3 className="mb-4 text-3 font-strong">{title}</h3>
      {children}
    </section>
  );
}

/** From the ledger's times; a step without both ends is left out. */
function stepTimes({ times }: LatestPayment): string {
  const between = (from: string | null, to: string | null) => (from && to ? Date.parse(to) - Date.parse(from) : null);
  const steps = [
    ["verify", between(times.received, times.claimed)],
    ["run", between(times.claimed, times.answered)],
    ["settle", between(times.answered, times.closed)],
  ] as const;
  return steps.flatMap(([name, ms]) => (ms === null ? [] : `${name} ${formatMs(ms)}`)).join(" · ");
}

function typedDataText(terms: Requirements, payment: LatestPayment | null | undefined): string {
  return JSON.stringify(
    {
      primaryType: "TransferWithAuthorization",
      domain: { ...terms.extra, chainId: Number(terms.network.slice("eip155:".length)), verifyingContract: terms.asset },
      message: {
        from: payment?.payer ?? "your address",
        to: terms.payTo,
        value: terms.amount,
        validBefore: payment?.validBefore ?? `now + ${terms.maxTimeoutSeconds} s`,
        nonce: payment?.nonce ?? "32 random bytes",
      },
    },
    null,
    2,
  );
}
