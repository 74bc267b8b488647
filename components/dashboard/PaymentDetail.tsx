import type { ReactNode } from "react";
import { formatEth } from "@/components/ui/formatEth";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { Panel } from "@/components/ui/Panel";
import type { TimelineEvent } from "@/db/queries/timeline";
import { Facts } from "./Facts";
import { paymentSteps, type SteppedPayment } from "./paymentSteps";
import { isUnpaid } from "./paymentWords";
import { Timeline } from "./Timeline";

type Detail = SteppedPayment & {
  id: string;
  payer: string;
  payTo: string;
  network: string;
  asset: string;
  amount: bigint;
  nonce: string;
  client: string | null;
};

type Props = {
  payment: Detail;
  log: readonly TimelineEvent[];
  /** What of it went back, atomic. */
  back?: bigint;
  /** Under what happened. */
  below?: ReactNode;
  /** Under the facts. */
  children?: ReactNode;
};

/** A seller's view of one payment: its steps at the left, what it was worth and its facts at the right. */
export function PaymentDetail({ payment, log, back = 0n, below, children }: Props) {
  const none = isUnpaid(payment.state);
  const open = !none && payment.state !== "settled";
  return (
    <div className="mt-7 grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_344px]">
      <section aria-labelledby="what-happened">
        <h2 id="what-happened" className="mb-4 text-4">
          What happened
        </h2>
        <Timeline steps={paymentSteps(payment, log)} />
        {below}
      </section>
      <aside className="grid content-start gap-6" aria-label="The payment's facts">
        <Panel className="px-5 py-4">
          <Facts
            facts={[
              { term: "Price", value: <Money atomic={payment.amount} /> },
              { term: "Gas", value: <GasPaid payment={payment} /> },
              ...(back > 0n ? [{ term: "Refunded", value: <Money atomic={-back} /> }] : []),
            ]}
          />
          <div className="mt-3 border-t border-line pt-3 font-strong">
            <Facts
              facts={[
                {
                  term: open ? "You get, once settled" : back > 0n ? "You kept" : "You got",
                  value: <Money atomic={none ? 0n : payment.amount - back} />,
                },
              ]}
            />
          </div>
        </Panel>
        <Facts
          facts={[
            { term: "Payment", value: <Hash value={payment.id} what="payment id" head={8} /> },
            { term: "Payer", value: <Hash value={payment.payer} /> },
            { term: "Paid to", value: <Hash value={payment.payTo} /> },
            { term: "Network", value: <span className="num">{payment.network}</span> },
            {
              term: "Asset",
              value: (
                <>
                  USDC <Hash value={payment.asset} />
                </>
              ),
            },
            { term: "Nonce", value: <Hash value={payment.nonce} what="nonce" /> },
            ...(payment.transaction
              ? [
                  {
                    term: "Transaction",
                    value: <Hash value={payment.transaction} what="transaction" href={`/explorer/tx/${payment.transaction}`} />,
                  },
                ]
              : []),
            { term: "Client", value: <Client name={payment.client} /> },
          ]}
        />
        {children}
      </aside>
    </div>
  );
}

/** Nothing of it is taken from the price: the market pays it, or whoever else sent the transaction. */
function GasPaid({ payment: { gasUsed, gasFee } }: { payment: Detail }) {
  if (gasUsed === null) return "paid by the market";
  return (
    <>
      <span className="num">{gasUsed.toLocaleString("en")}</span>
      {gasFee === null ? (
        ", paid by its sender"
      ) : (
        <>
          <span className="num">, {formatEth(gasFee)}</span>, paid by the market
        </>
      )}
    </>
  );
}

/** What a browser calls itself says nothing to anybody. */
function Client({ name }: { name: string | null }) {
  if (!name) return "did not say";
  if (!name.startsWith("Mozilla/")) return <span className="num">{name}</span>;
  return <span title={name}>a browser</span>;
}
