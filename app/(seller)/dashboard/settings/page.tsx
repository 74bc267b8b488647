import type { Metadata } from "next";
import Link from "next/link";
import { DashboardSection } from "@/components/dashboard/DashboardSection";
import { ChangesList } from "@/components/sellers/ChangesList";
import { HostProofs } from "@/components/sellers/HostProofs";
import { NewSeller } from "@/components/sellers/NewSeller";
import { PayToForm } from "@/components/sellers/PayToForm";
import { ProfileForm } from "@/components/sellers/ProfileForm";
import { Hash } from "@/components/ui/Hash";
import { db } from "@/db/client";
import { proofsOf } from "@/db/queries/hostProofs";
import { changesOfSeller } from "@/db/queries/sellers";
import { currentSeller } from "@/lib/auth/currentSeller";
import { isOperator } from "@/lib/operators/isOperator";
import { findSeller, type Seller } from "@/lib/sellers/findSeller";
import { proofJson } from "@/lib/sellers/proofs/proofJson";

export const metadata: Metadata = { title: "Settings" };

const CHANGES = 50;

export default async function SettingsPage() {
  const account = await currentSeller();
  if (!account) return null;
  const seller = await findSeller(account);
  if (!seller) return <FirstStep account={account} />;
  const [changes, proofs] = await Promise.all([changesOfSeller(db(), account, CHANGES), proofsOf(db(), account)]);
  return (
    <>
      <h1 className="text-5">Settings</h1>
      <p className="mt-1 text-3 text-ink-2">
        You sell as{" "}
        <Link href={`/sellers/${seller.handle}`} className="link num text-ink">
          {seller.handle}
        </Link>
        . {isOperator(account) ? <OperatorLink /> : null}
      </p>
      <DashboardSection id="who" title="Who sells">
        {seller.market ? (
          <MarketsOwn />
        ) : (
          <ProfileForm key={`${seller.name} ${seller.site}`} saved={{ name: seller.name, site: seller.site ?? "" }} />
        )}
      </DashboardSection>
      <PayTo seller={seller} />
      <DashboardSection id="hosts" title="Hosts that are yours">
        <p className="mb-5 max-w-measure text-2 text-ink-2">
          What you sell goes public once its host says that it is yours. If the proof goes away, the listing goes off the shelves and says
          why.
        </p>
        <HostProofs proofs={proofs.map(proofJson)} />
      </DashboardSection>
      {changes.length > 0 ? (
        <DashboardSection id="history" title="Public history">
          <ChangesList changes={changes} />
        </DashboardSection>
      ) : null}
    </>
  );
}

function FirstStep({ account }: { account: string }) {
  return (
    <>
      <h1 className="text-5">First, who sells?</h1>
      <p className="mt-2 max-w-measure text-3 text-ink-2">
        Your tools stand on the shelf under this name. It takes a minute, and costs nothing.{" "}
        <Link href="/docs/sell" className="link text-ink">
          How selling works
        </Link>
        . {isOperator(account) ? <OperatorLink /> : null}
      </p>
      <NewSeller wallet={account} />
    </>
  );
}

function PayTo({ seller: { wallet, payTo, market } }: { seller: Seller }) {
  return (
    <DashboardSection id="pay-to" title="Where the money goes">
      <p className="mb-5 max-w-measure text-2 text-ink-2">
        Every sale is paid straight to <Hash value={payTo} />
        {payTo === wallet ? ", the wallet that you sign in with" : null}. The market never holds it.
      </p>
      {market ? null : (
        <div className="max-w-120">
          <PayToForm wallet={wallet} />
        </div>
      )}
    </DashboardSection>
  );
}

function MarketsOwn() {
  return (
    <p className="max-w-measure text-2 text-ink-2">
      This is the market's own account: the wallet of its settings. Its name and its address are set by whoever runs the market.
    </p>
  );
}

function OperatorLink() {
  return (
    <Link href="/operator" className="link text-ink">
      All sellers' listings, as an operator
    </Link>
  );
}
