import Link from "next/link";
import { cx } from "@/components/ui/cx";

type Props = { label: string; path: string; options: readonly { value: string; label: string }[]; value: string };

/** One state or all of them, each with an address of its own. */
export function StateLinks({ label, path, options, value }: Props) {
  return (
    <nav aria-label={label} className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-1">
      {options.map((option) => (
        <Link
          key={option.value}
          href={option.value ? `${path}?state=${option.value}` : path}
          aria-current={option.value === value ? "page" : undefined}
          className={cx(
            "flex h-8 items-center whitespace-nowrap rounded-control border px-3 text-2 font-label",
            option.value === value ? "border-ink bg-ink text-on-ink" : "border-line-strong bg-surface text-ink-2 hover:bg-hover",
          )}
        >
          {option.label}
        </Link>
      ))}
    </nav>
  );
}
