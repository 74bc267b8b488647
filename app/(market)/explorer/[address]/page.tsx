import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AddressSides } from "@/components/explorer/AddressSides";
import { Settlements } from "@/components/explorer/Settlements";
import { Trail } from "@/components/explorer/Trail";
import { readMarketFacts } from "@/components/layout/readMarketFacts";
import { SellerLink } from "@/components/sellers/SellerLink";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { Hash } from "@/components/ui/Hash";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { shorten } from "@/components/ui/shorten";
import { explorerLink } from "@/components/wallet/explorerLink";
import { db } from "@/db/client";
import { explorerPayments } from "@/db/queries/explorerPayments";
import { findSeller } from "@/lib/sellers/findSeller";
import { tryLedger } from "@/lib/tryLedger";
import { findAddress } from "./findAddress";

type Props = { params: Promise<{ address: string }>; searchParams: Promise<{ as?: string; before?: string }> };

const ROWS = 25;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Address ${shorten((await params).address.slice(0, 42))}` };
}

/** What anybody can read on the chain, by address: what it paid here, and what it was paid. */
export default async function AddressPage({ params, searchParams }: Props) {
  const address = (await params).address.toLowerCase();
  const { as, before } = await searchParams;
  const found = await findAddress(address);
  if (found === "ledger_unavailable") return <LedgerDown what="this address" />;
  if (!found) notFound();
  const received = as === "payee" || (as !== "payer" && found.paid.calls === 0 && found.received.calls > 0);
  const filter = received ? { account: address } : { payer: address };
  const page = await tryLedger(() => explorerPayments(db(), filter, ROWS, typeof before === "string" ? before : undefined));
  const seller = await tryLedger(() => findSeller(address));
  const side = received ? "payee" : "payer";
  return (
    <>
      <Trail here={shorten(address, 10, 6)} />
      <h1 className="mt-2 text-5 md:text-6">
        {found.received.calls > 0 ? (found.paid.calls > 0 ? "Payer and seller" : "Seller") : "Payer"}
      </h1>
      <p className="mt-1 text-3 text-ink-2">
        <Hash value={address} head={10} href={explorerLink(readMarketFacts(), "address", address)} />
        {seller ? (
          <>
            {" "}
            sells as <SellerLink {...seller} />
          </>
        ) : null}
      </p>
      <AddressSides address={address} figures={found} chosen={side} />
      {page ? (
        <section aria-label={received ? "Payments received" : "Payments made"} className="mt-6">
          {page.rows.length === 0 ? <p className="border-y border-line py-6 text-3 text-ink-2">None here.</p> : null}
          {page.rows.length > 0 ? <Settlements rows={page.rows} caption="Payments, newest first" payee={!received} /> : null}
          {before || page.older ? (
            <nav aria-label="Pages of payments" className="mt-3 flex justify-end gap-2">
              {before ? (
                <ButtonLink href={`/explorer/${address}?as=${side}`} size="sm" scroll={false}>
                  Newest
                </ButtonLink>
              ) : null}
              {page.older ? (
                <ButtonLink href={`/explorer/${address}?as=${side}&before=${encodeURIComponent(page.older)}`} size="sm" scroll={false}>
                  Older
                </ButtonLink>
              ) : null}
            </nav>
          ) : null}
        </section>
      ) : (
        <LedgerDown what="its payments" />
      )}
    </>
  );
}
