import { ListingHead } from "@/components/listing/ListingHead";
import { OfferRows } from "@/components/listing/OfferRows";
import { CodeBlock } from "@/components/ui/CodeBlock";
import { CodeTag } from "@/components/ui/CodeTag";
import { CopyButton } from "@/components/ui/CopyButton";
import { Note } from "@/components/ui/Note";
import { RelativeTime } from "@/components/ui/RelativeTime";
import type { DirectListing } from "@/db/queries/publicX402";
import { directSnippets } from "@/lib/discovery/directSnippets";

/** An endpoint that takes its payments itself: what it asks for, and how it is paid. Nothing here pays it. */
export function DirectPage({ direct: { seller, listing, terms } }: { direct: DirectListing }) {
  const { upstream } = listing;
  return (
    <div className="max-w-220 pt-6">
      <ListingHead
        category={listing.category}
        seller={seller}
        name={listing.name}
        title={listing.title}
        description={listing.description}
      />
      <Note className="mt-6">
        You pay {seller.name}'s own server directly. Coinslot lists this endpoint as it is: it passes nothing on, settles nothing, and can't
        say what became of a payment.
      </Note>
      <div className="mt-6 flex min-w-0 items-center gap-3">
        {terms.code ? <CodeTag code={terms.code} /> : null}
        <span className="num min-w-0 truncate text-2">{`${terms.method} ${upstream}`}</span>
        <CopyButton text={upstream} what="the address of the endpoint" />
      </div>
      <section aria-labelledby="terms" className="mt-8">
        <h2 id="terms" className="mb-3 text-4">
          What it asks for
        </h2>
        {terms.terms ? <OfferRows offer={terms.terms} /> : null}
        <p className="mt-2 text-2 text-ink-3">
          As its 402 said <RelativeTime at={terms.lookedAt} />.
          {terms.failure ? <span className="block text-unknown">The last look found no terms: {terms.failure}</span> : null}
        </p>
      </section>
      {terms.terms ? (
        <section aria-labelledby="in-code" className="mt-10">
          <h2 id="in-code" className="mb-3 text-4">
            A call in code
          </h2>
          <CodeBlock label="Language" tabs={directSnippets({ url: upstream, method: terms.method, network: terms.terms.network })} />
        </section>
      ) : null}
    </div>
  );
}
