import Link from "next/link";
import type { AddressFigures, AddressSide } from "@/db/queries/addressFigures";
import { cx } from "../ui/cx";
import { Money } from "../ui/Money";

type Side = "payer" | "payee";
type Props = { address: string; figures: AddressFigures; chosen: Side };

/** Two halves of one panel: what the address paid, and what it was paid. The chosen one is listed below. */
export function AddressSides({ address, figures, chosen }: Props) {
  return (
    <nav
      aria-label="Which payments"
      className="mt-5 grid gap-px overflow-hidden rounded-panel border border-line-strong bg-line md:grid-cols-2"
    >
      <SideLink address={address} side="payer" chosen={chosen} title="Paid" figures={figures.paid} others={["seller", "sellers"]} />
      <SideLink address={address} side="payee" chosen={chosen} title="Received" figures={figures.received} others={["payer", "payers"]} />
    </nav>
  );
}

type SideProps = {
  address: string;
  side: Side;
  chosen: Side;
  title: string;
  figures: AddressSide;
  others: readonly [one: string, many: string];
};

function SideLink({ address, side, chosen, title, figures, others }: SideProps) {
  const current = side === chosen;
  const count = (n: number, [one, many]: readonly [string, string]) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
  return (
    <Link
      href={`/explorer/${address}?as=${side}`}
      scroll={false}
      aria-current={current ? "true" : undefined}
      className={cx(
        "border-b-2 bg-surface px-5 py-4 hover:bg-hover focus-visible:-outline-offset-2",
        current ? "border-ink" : "border-transparent",
      )}
    >
      <span className="text-2 text-ink-2">{title}</span>
      <span className="mt-1 block text-5">
        <Money atomic={figures.amount} minDecimals={2} className="num-lg" />
      </span>
      <span className="mt-1 block text-2 text-ink-2">
        {figures.calls === 0
          ? "nothing yet"
          : `${count(figures.calls, ["payment", "payments"])}, ${count(figures.others, others)}, ${when(figures)}`}
      </span>
    </Link>
  );
}

function when({ first, last }: AddressSide): string {
  return first === last ? `on ${first}` : `${first} to ${last}`;
}
