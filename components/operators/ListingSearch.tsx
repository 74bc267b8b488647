import Link from "next/link";
import { buttonClass } from "@/components/ui/buttonClass";
import { cx } from "@/components/ui/cx";

type State = "public" | "off" | "removed" | "draft";
const STATES = [
  { state: "public", label: "On the shelf" },
  { state: "off", label: "Off" },
  { state: "removed", label: "Taken down" },
] as const;

/** A form that works without a script, and the three kinds beside it. */
export function ListingSearch({ text, state }: { text: string; state: State }) {
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
      <search className="min-w-0 flex-1 basis-72">
        <form className="flex max-w-120 gap-2">
          <input type="hidden" name="state" value={state} />
          <input
            type="search"
            name="q"
            defaultValue={text}
            maxLength={100}
            aria-label="Search listings"
            placeholder="Seller, title, host or wallet"
            className="h-9 w-full min-w-0 rounded-control border border-line-input bg-surface px-3 text-2 placeholder:text-ink-3 focus-visible:outline-offset-1"
          />
          <button type="submit" className={buttonClass()}>
            Search
          </button>
        </form>
      </search>
      <nav aria-label="Which listings" className="flex gap-5 text-2">
        {STATES.map((one) => (
          <Link
            key={one.state}
            href={`/operator?state=${one.state}${text ? `&q=${encodeURIComponent(text)}` : ""}`}
            aria-current={one.state === state ? "page" : undefined}
            className={cx(
              "border-b-2 py-1",
              one.state === state ? "border-ink font-strong" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {one.label}
          </Link>
        ))}
      </nav>
    </div>
  );
}
