import { ListingHead } from "@/components/listing/ListingHead";
import { OperationList } from "@/components/listing/OperationList";
import { CopyButton } from "@/components/ui/CopyButton";
import { Hash } from "@/components/ui/Hash";
import { Rows } from "@/components/ui/Rows";
import { CHARGED_4XX } from "@/lib/gateway/faults";
import { formatUsd } from "@/lib/money";
import { priceOf } from "@/lib/payments/priceOf";
import type { Tool } from "@/lib/tools/define";

type Props = { operations: [Tool, ...Tool[]]; origin: string };

/** A seller's listing: every call that it has, and what goes for all of them. */
export function ListingPage({ operations, origin }: Props) {
  const [{ definition }] = operations;
  const { seller, listing } = definition;
  if (!listing) return null;
  const openapi = `${origin}/api/v1/listings/${seller.handle}/${listing.name}/openapi.json`;
  return (
    <div className="max-w-220 pt-6">
      <ListingHead category={definition.category} seller={seller} {...listing} />
      <Rows
        className="mt-6 border-y border-line py-4"
        termWidth="w-28"
        rows={[
          {
            term: "answers",
            value: `${seller.name}'s own API. Coinslot passes each call on and settles it straight to the seller.`,
          },
          {
            term: "charged",
            value: definition.charges4xx ? CHARGED_4XX : "For answers only: what the seller's server refuses or can't do costs nothing.",
          },
          { term: "paid to", value: <Hash value={definition.payTo ?? ""} /> },
          {
            term: "OpenAPI",
            value: (
              <span className="flex min-w-0 items-center gap-2">
                <a href={openapi} className="num link truncate">
                  {openapi}
                </a>
                <CopyButton text={openapi} what="the address of the OpenAPI document" />
              </span>
            ),
          },
        ]}
      />
      <OperationList
        calls={operations.map(({ definition: d, shape }) => ({
          code: d.code,
          slug: d.slug,
          name: d.slug.split("/")[2] ?? "",
          method: shape?.method ?? "",
          path: shape?.path ?? "",
          question: d.question,
          tags: d.tags,
          price: formatUsd(priceOf(d)),
        }))}
      />
    </div>
  );
}
