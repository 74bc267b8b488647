import { shorten } from "@/components/ui/shorten";
import { RailLinks } from "./RailLinks";
import { SignOutButton } from "./SignOutButton";

type Props = {
  address: string /** The seller's name, when the market knows this address. */;
  name: string | null;
  unknown: number;
  disputes: number;
  deadWebhooks: number;
};

/** Who is signed in and where to go: a column on wide screens, a row under the header on narrow ones. */
export function Rail({ address, name, unknown, disputes, deadWebhooks }: Props) {
  const initials = name ? name.slice(0, 2).toUpperCase() : address.slice(2, 4).toUpperCase();
  return (
    <div className="lg:sticky lg:top-21 lg:self-start">
      <div className="hidden items-center gap-3 lg:flex">
        <span
          aria-hidden
          className="num flex size-8 shrink-0 items-center justify-center rounded-control bg-ink text-1 font-strong text-on-ink"
        >
          {initials}
        </span>
        <div className="min-w-0">
          <p className="truncate text-3 font-strong leading-5">{name ?? "Your sales"}</p>
          <p className="num text-1 text-ink-3" title={address}>
            <span aria-hidden>{shorten(address)}</span>
            <span className="sr-only">{address}</span>
          </p>
        </div>
      </div>
      <div className="flex items-stretch justify-between gap-4 border-b border-line lg:mt-5 lg:block lg:border-0">
        <RailLinks unknown={unknown} disputes={disputes} deadWebhooks={deadWebhooks} />
        <SignOutButton />
      </div>
    </div>
  );
}
