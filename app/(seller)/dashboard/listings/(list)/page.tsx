import type { Metadata } from "next";
import { ListingsTable } from "@/components/sell/ListingsTable";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { db } from "@/db/client";
import { proofsOf } from "@/db/queries/hostProofs";
import { listingSales } from "@/db/queries/listingSales";
import { listingsOf } from "@/db/queries/listings";
import { currentSeller } from "@/lib/auth/currentSeller";
import { summaryJson } from "@/lib/listings/listingJson";
import { findSeller } from "@/lib/sellers/findSeller";
import { hostOf } from "@/lib/sellers/proofs/hostOf";

export const metadata: Metadata = { title: "Listings" };

export default async function ListingsPage() {
  const account = await currentSeller();
  if (!account) return null;
  const [seller, rows, sales, proofs] = await Promise.all([
    findSeller(account),
    listingsOf(db(), account),
    listingSales(db(), account),
    proofsOf(db(), account),
  ]);
  const proofOf = new Map(proofs.map((proof) => [proof.host, proof]));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-5">Listings</h1>
        {rows.length > 0 ? (
          <ButtonLink href="/dashboard/listings/new" variant="ink">
            New listing
          </ButtonLink>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <div className="mt-6 max-w-160">
          <EmptyState
            title="Nothing of yours is on the shelves yet"
            action={
              <ButtonLink href={seller ? "/dashboard/listings/new" : "/dashboard/settings"} variant="ink">
                {seller ? "Make the first listing" : "Take a handle first"}
              </ButtonLink>
            }
          >
            Give an OpenAPI document, or one endpoint. Set a price, prove that the host is yours, and the first stranger can pay for it
            within minutes, straight to your wallet.
          </EmptyState>
        </div>
      ) : (
        <ListingsTable
          rows={rows.map((row) => {
            const listing = summaryJson(row);
            const proof = proofOf.get(hostOf(listing.upstream));
            return {
              listing,
              sales: sales.get(listing.name) ?? null,
              proof: !proof?.provedAt ? "missing" : proof.failingSince ? "failing" : "good",
            };
          })}
        />
      )}
    </>
  );
}
