import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ChangesList } from "@/components/sellers/ChangesList";
import { ClosedListings } from "@/components/sellers/ClosedListings";
import { DisputeRates } from "@/components/sellers/DisputeRates";
import { SellerHead } from "@/components/sellers/SellerHead";
import { SellersTools } from "@/components/sellers/SellersTools";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { db } from "@/db/client";
import { closedListings } from "@/db/queries/closedListings";
import { disputeRates } from "@/db/queries/disputeRates";
import { proofsOf } from "@/db/queries/hostProofs";
import { changesOfSeller } from "@/db/queries/sellers";
import type { Seller } from "@/lib/sellers/findSeller";
import { tryLedger } from "@/lib/tryLedger";
import { findShownSeller } from "./findShownSeller";
import { readShelf } from "./readShelf";

type Props = { params: Promise<{ handle: string }> };

const CHANGES = 100;
const CLOSED = 50;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const seller = await findShownSeller((await params).handle);
  return { title: seller && seller !== "ledger_unavailable" ? seller.name : "Seller" };
}

/** What anybody may know of a seller: who is paid, what is sold, and what changed. */
export default async function SellerPage({ params }: Props) {
  const seller = await findShownSeller((await params).handle);
  if (seller === "ledger_unavailable") return <LedgerDown what="this seller" />;
  if (!seller) notFound();
  const read = await tryLedger(() => readAll(seller));
  if (!read) return <LedgerDown what="this seller" />;
  const { tools, changes, closed, hosts, rates } = read;
  return (
    <>
      <SellerHead {...seller} hosts={hosts} />
      <DisputeRates rates={rates} className="mt-4 max-w-measure text-2 text-ink-3" />
      <Part id="tools" title="On the shelf">
        {tools.length > 0 ? <SellersTools tools={tools} /> : <p className="text-3 text-ink-2">Nothing at the moment.</p>}
      </Part>
      {closed.length > 0 ? (
        <Part id="closed" title="Off the shelf">
          <ClosedListings closed={closed} />
        </Part>
      ) : null}
      {changes.length > 0 ? (
        <Part id="history" title="What changed">
          <ChangesList changes={changes} />
        </Part>
      ) : null}
    </>
  );
}

async function readAll(seller: Seller) {
  const { wallet } = seller;
  const [tools, changes, closed, proofs, rates] = await Promise.all([
    readShelf(seller),
    changesOfSeller(db(), wallet, CHANGES),
    closedListings(db(), wallet, CLOSED),
    proofsOf(db(), wallet),
    disputeRates(db(), { account: wallet }),
  ]);
  return { tools, changes, closed, rates, hosts: proofs.filter(({ provedAt }) => provedAt !== null).map(({ host }) => host) };
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-12 max-w-200">
      <h2 id={id} className="mb-4 text-5">
        {title}
      </h2>
      {children}
    </section>
  );
}
