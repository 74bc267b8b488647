import type { Metadata } from "next";
import { NewListing } from "@/components/sell/NewListing";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { currentSeller } from "@/lib/auth/currentSeller";
import { leastWords } from "@/lib/listings/leastWords";
import { findSeller } from "@/lib/sellers/findSeller";

export const metadata: Metadata = { title: "New listing" };

export default async function NewListingPage() {
  const account = await currentSeller();
  if (!account) return null;
  const seller = await findSeller(account);
  if (!seller || seller.market) {
    return (
      <div className="max-w-160">
        <EmptyState
          heading="h1"
          title={seller ? "This is the market's own wallet" : "First, who sells?"}
          action={
            seller ? null : (
              <ButtonLink href="/dashboard/settings" variant="ink">
                Take a handle
              </ButtonLink>
            )
          }
        >
          {seller
            ? "Its tools come with the market. Sign in with another wallet to sell something of your own."
            : "What you list stands on the shelves under your handle. Taking one costs a minute, and nothing else."}
        </EmptyState>
      </div>
    );
  }
  return (
    <>
      <h1 className="text-5">New listing</h1>
      <p className="mt-1 max-w-measure text-3 text-ink-2">From a description to the first sale in a few minutes.</p>
      <NewListing before={`/tools/${seller.handle}/`} {...leastWords()} />
    </>
  );
}
