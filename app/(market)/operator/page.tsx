import { notFound } from "next/navigation";
import { ListingRow } from "@/components/operators/ListingRow";
import { ListingSearch } from "@/components/operators/ListingSearch";
import { OperatorLog } from "@/components/operators/OperatorLog";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { db } from "@/db/client";
import { listingsForOperator, operatorLog } from "@/db/queries/operators";
import type { ListingState } from "@/db/schema/listings";
import { currentSeller } from "@/lib/auth/currentSeller";
import { isOperator } from "@/lib/operators/isOperator";
import { tryLedger } from "@/lib/tryLedger";

type Props = { searchParams: Promise<{ q?: string | string[]; state?: string | string[] }> };

const MOST = 50;
const LOG = 50;
const STATES: Record<string, ListingState> = { public: "public", off: "off", removed: "removed" };

/** Every seller's listings, to take one down or to allow it again. */
export default async function OperatorPage({ searchParams }: Props) {
  if (!isOperator(await currentSeller())) notFound();
  const { q, state: asked } = await searchParams;
  const text = typeof q === "string" ? q.trim().slice(0, 100) : "";
  const state = (typeof asked === "string" && Object.hasOwn(STATES, asked) && STATES[asked]) || "public";
  const read = await tryLedger(() => Promise.all([listingsForOperator(db(), [state], text, MOST), operatorLog(db(), LOG)]));
  if (!read) return <LedgerDown what="the listings" />;
  const [found, log] = read;
  return (
    <>
      <h1 className="text-5 md:text-6">Listings of all sellers</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        What you take down is gone from the shelves at once, for everybody, with your reason. What was paid for before is still answered, or
        not charged.
      </p>
      <ListingSearch text={text} state={state} />
      <section aria-label="Listings" className="mt-6">
        {found.length === 0 ? <p className="border-y border-line py-6 text-3 text-ink-2">None here.</p> : null}
        {found.length > 0 ? (
          <ul className="border-t border-line-strong">
            {found.map((listing) => (
              <ListingRow key={listing.id} listing={listing} />
            ))}
          </ul>
        ) : null}
        {found.length === MOST ? <p className="mt-3 text-2 text-ink-3">The newest {MOST}. Search to see others.</p> : null}
      </section>
      <section aria-labelledby="log" className="mt-12">
        <h2 id="log" className="mb-4 text-5">
          What operators did
        </h2>
        <OperatorLog actions={log} />
      </section>
    </>
  );
}
