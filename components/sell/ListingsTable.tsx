import Link from "next/link";
import type { ListingSales } from "@/db/queries/listingSales";
import type { SummaryJson } from "@/lib/listings/listingJson";
import { formatUsd, parseUsdc } from "@/lib/money";
import { offerPrice } from "../listing/offerPrice";
import { formatShare } from "../ui/formatShare";
import { Table, Td, Th, Tr } from "../ui/Table";
import { ListingState } from "./ListingState";

type Row = { listing: SummaryJson; sales: ListingSales | null; proof: "good" | "failing" | "missing" };

/** A wallet's listings: what each is, whether it can be bought, and how it does. */
export function ListingsTable({ rows }: { rows: readonly Row[] }) {
  return (
    <div className="mt-6">
      <Table>
        <caption className="sr-only">Your listings, the newest first</caption>
        <thead>
          <tr>
            <Th>Listing</Th>
            <Th>State</Th>
            <Th right>Price</Th>
            <Th right>Paid calls, 28 d</Th>
            <Th right>Answered</Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <OneRow key={row.listing.id} row={row} />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

function OneRow({ row: { listing, sales, proof } }: { row: Row }) {
  const { id, title, name, kind, state, stateReason, operations, enabled } = listing;
  return (
    <Tr className="relative">
      <Td className="min-w-52 py-2.5">
        <Link href={`/dashboard/listings/${id}`} className="text-3 font-strong after:absolute after:inset-0">
          {title}
        </Link>
        <span className="num block text-1 text-ink-3">
          {name}
          {kind === "x402" ? ", speaks x402 itself" : `, ${enabled} of ${operations} operations on`}
        </span>
      </Td>
      <Td className="max-w-70 py-2.5">
        <ListingState state={state} />
        {(state === "off" || state === "removed") && stateReason ? <span className="block text-1 text-ink-3">{stateReason}</span> : null}
        {proof === "good" ? null : (
          <span className="block text-1 text-unknown">
            {proof === "missing" ? "its host is not proven" : "its proof was not found at the last look"}
          </span>
        )}
      </Td>
      <Td right className="num whitespace-nowrap">
        {priceWords(listing)}
      </Td>
      <Td right className="num">
        {kind === "x402" ? <span className="font-sans text-ink-3">not seen here</span> : (sales?.paid ?? 0).toLocaleString("en")}
      </Td>
      <Td right className="num">
        {sales && sales.ended > 0 ? formatShare(sales.answered / sales.ended) : "–"}
      </Td>
    </Tr>
  );
}

function priceWords({ kind, terms, leastPrice, mostPrice }: SummaryJson): string {
  if (kind === "x402") return terms?.offer ? offerPrice(terms.offer) : "unknown";
  if (leastPrice === null || mostPrice === null) return "–";
  const [least, most] = [formatUsd(parseUsdc(leastPrice)), formatUsd(parseUsdc(mostPrice))];
  return least === most ? least : `${least} to ${most}`;
}
