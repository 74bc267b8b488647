import Link from "next/link";
import { Mark } from "./Mark";

export function Wordmark() {
  return (
    <Link href="/" className="flex shrink-0 items-center gap-2 rounded-tag text-4 tracking-[-0.025em]" style={{ fontWeight: 700 }}>
      <Mark />
      coinslot
    </Link>
  );
}
