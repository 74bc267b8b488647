import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Rail } from "@/components/dashboard/Rail";
import { SignInPage } from "@/components/dashboard/SignInPage";
import { LedgerDown } from "@/components/ui/LedgerDown";
import { connection, db } from "@/db/client";
import { countOpenDisputes } from "@/db/queries/disputes";
import { countUnknownPayments } from "@/db/queries/sellerPayments";
import { countDeadEndpoints } from "@/db/queries/webhookEndpoints";
import { currentSeller } from "@/lib/auth/currentSeller";
import { log } from "@/lib/log";
import { sellerName } from "./sellerTools";

export const metadata: Metadata = { title: "Dashboard", robots: { index: false, follow: false } };

/** The door: who has no session sees the way in. Each page below asks for the session again by itself. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const found = await lookUp();
  if (found === "ledger_unavailable") {
    return (
      <div className="page max-w-180 py-10">
        <LedgerDown what="your payments" />
      </div>
    );
  }
  if (!found) return <SignInPage />;
  return (
    <div className="page gap-10 pb-20 lg:grid lg:grid-cols-[184px_minmax(0,1fr)] lg:pt-8">
      <Rail address={found.seller} name={found.name} unknown={found.unknown} disputes={found.disputes} deadWebhooks={found.deadWebhooks} />
      <div className="min-w-0 pt-6 lg:pt-0">{children}</div>
    </div>
  );
}

type Found = { seller: string; name: string | null; unknown: number; disputes: number; deadWebhooks: number };

async function lookUp(): Promise<Found | "ledger_unavailable" | null> {
  try {
    const seller = await currentSeller();
    if (!seller) return null;
    const [name, unknown, disputes, deadWebhooks] = await Promise.all([
      sellerName(seller),
      countUnknownPayments(db(), seller),
      countOpenDisputes(connection().sql, seller),
      countDeadEndpoints(db(), seller),
    ]);
    return { seller, name, unknown, disputes, deadWebhooks };
  } catch (error) {
    // Next asks by a thrown value to render again for a request; that one is not ours to keep.
    if (error instanceof Error && "digest" in error) throw error;
    log("error", "dashboard_unavailable", { error });
    return "ledger_unavailable";
  }
}
