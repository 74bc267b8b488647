import Link from "next/link";
import { cx } from "../ui/cx";
import { shorten } from "../ui/shorten";

type Props = { kind: "tx" | "address"; value: string; className?: string };

/** A transaction or an address, shortened, with its own page here. */
export function LedgerLink({ kind, value, className }: Props) {
  const href = kind === "tx" ? `/explorer/tx/${value}` : `/explorer/${value}`;
  return (
    <Link
      href={href}
      title={value}
      prefetch={false}
      className={cx("num whitespace-nowrap hover:underline hover:underline-offset-4", className)}
    >
      <span aria-hidden>{shorten(value)}</span>
      <span className="sr-only">{value}</span>
    </Link>
  );
}
