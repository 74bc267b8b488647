import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { Hash } from "@/components/ui/Hash";
import { Money } from "@/components/ui/Money";
import { RelativeTime } from "@/components/ui/RelativeTime";
import { Status } from "@/components/ui/Status";
import { statusOf } from "@/components/ui/statusOf";
import { isUnpaid } from "./paymentWords";

type Props = {
  payment: { id: string; state: string; tool: string; payer: string; amount: bigint; claimedAt: Date };
  /** What of it has gone back. */
  refunded?: "all" | "part" | null;
  trail: readonly { href: string; label: string }[];
  children?: ReactNode;
};

/** The head of a payment's page: what it was worth, how it ended, who paid for what. */
export function PaymentHead({ payment, refunded = null, trail, children }: Props) {
  return (
    <header className="border-b border-line pb-5">
      <nav aria-label="Where you are" className="flex gap-2 text-2 text-ink-2">
        {trail.map(({ href, label }) => (
          <span key={href}>
            <Link href={href} className="hover:text-ink hover:underline">
              {label}
            </Link>{" "}
            /
          </span>
        ))}
        <span className="num min-w-0 truncate text-ink">{payment.id}</span>
      </nav>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className={cx("num-lg text-6 font-label", isUnpaid(payment.state) && "text-ink-3 line-through")}>
              <Money atomic={payment.amount} className="tracking-[inherit]" />
            </span>
            <Status
              status={refunded ? "refunded" : statusOf(payment.state)}
              {...(refunded === "part" ? { word: "Partly refunded" } : {})}
              className="text-4 [&>svg]:size-4.5"
            />
          </h1>
          <p className="mt-1 text-3 text-ink-2">
            {payment.tool}, {isUnpaid(payment.state) ? "asked for by" : "paid by"} <Hash value={payment.payer} />,{" "}
            <RelativeTime at={payment.claimedAt} />
          </p>
        </div>
        {children}
      </div>
    </header>
  );
}
