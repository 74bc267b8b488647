import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { DashboardSection } from "@/components/dashboard/DashboardSection";
import { DeleteDraft } from "@/components/sell/DeleteDraft";
import { KeysForm } from "@/components/sell/KeysForm";
import { ListingState } from "@/components/sell/ListingState";
import { OperationsEditor } from "@/components/sell/OperationsEditor";
import { PublishSteps } from "@/components/sell/PublishSteps";
import { RulesForm } from "@/components/sell/RulesForm";
import { TermsPanel } from "@/components/sell/TermsPanel";
import { VersionsPanel } from "@/components/sell/VersionsPanel";
import { WordsForm } from "@/components/sell/WordsForm";
import { currentSeller } from "@/lib/auth/currentSeller";
import { CoinslotError } from "@/lib/errors";
import { leastWords } from "@/lib/listings/leastWords";
import type { WholeJson } from "@/lib/listings/listingJson";
import { wholeListing } from "@/lib/listings/wholeListing";
import { findSeller } from "@/lib/sellers/findSeller";
import { hostOf } from "@/lib/sellers/proofs/hostOf";
import { proofJson } from "@/lib/sellers/proofs/proofJson";
import { proofOf } from "@/lib/sellers/proofs/proofOf";

type Props = { params: Promise<{ id: string }> };

/** Of the wallet that is signed in, or nothing at all. */
const found = cache(async (id: string) => {
  const account = await currentSeller();
  if (!account) return null;
  try {
    return { account, listing: await wholeListing(account, id) };
  } catch (error) {
    if (CoinslotError.is(error) && error.code === "not_found") return null;
    throw error;
  }
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await found((await params).id))?.listing.title ?? "Listing" };
}

export default async function ListingPage({ params }: Props) {
  if (!(await currentSeller())) return null;
  const here = await found((await params).id);
  if (!here) notFound();
  const { account, listing } = here;
  const host = hostOf(listing.upstream);
  const [seller, proof] = await Promise.all([findSeller(account), proofOf(account, host)]);
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1 className="min-w-0 text-5 [overflow-wrap:anywhere]">{listing.title}</h1>
        <ListingState state={listing.state} />
      </div>
      <p className="num mt-1 text-2 text-ink-3 [overflow-wrap:anywhere]">
        {seller?.handle}/{listing.name}, {listing.upstream}
      </p>
      <PublishSteps listing={listing} proof={proof && proofJson(proof)} host={host} page={`/tools/${seller?.handle}/${listing.name}`} />
      <Parts listing={listing} />
    </>
  );
}

/** Forms begin anew with what was saved: their key says which listing, at which moment, they are of. */
function Parts({ listing }: { listing: WholeJson }) {
  const { least, leastWords: words } = leastWords();
  const now = `${listing.id} ${listing.updatedAt}`;
  return (
    <>
      {listing.terms ? (
        <DashboardSection id="terms" title="What it asks for">
          <TermsPanel id={listing.id} terms={listing.terms} />
        </DashboardSection>
      ) : (
        <DashboardSection id="operations" title="Operations and prices">
          <OperationsEditor listingId={listing.id} operations={listing.operations} least={least} leastWords={words} />
        </DashboardSection>
      )}
      <DashboardSection id="words" title="What buyers read">
        <WordsForm key={now} listing={listing} />
      </DashboardSection>
      {listing.kind === "api" ? (
        <>
          <DashboardSection id="rules" title="Server and rules">
            <RulesForm key={now} listing={listing} />
          </DashboardSection>
          <DashboardSection id="keys" title="Keys">
            <KeysForm listing={listing} />
          </DashboardSection>
          <DashboardSection id="versions" title="Descriptions">
            <VersionsPanel listing={listing} least={least} />
          </DashboardSection>
        </>
      ) : null}
      {listing.publishedAt ? null : (
        <DashboardSection id="delete" title="Delete">
          <DeleteDraft id={listing.id} />
        </DashboardSection>
      )}
    </>
  );
}
