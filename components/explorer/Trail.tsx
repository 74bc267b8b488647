import Link from "next/link";

/** Where you are below the explorer. */
export function Trail({ here }: { here: string }) {
  return (
    <nav aria-label="Where you are" className="flex gap-2 text-2 text-ink-2">
      <span>
        <Link href="/explorer" className="hover:text-ink hover:underline">
          Explorer
        </Link>{" "}
        /
      </span>
      <span className="num min-w-0 truncate text-ink">{here}</span>
    </nav>
  );
}
