import type { Metadata } from "next";
import { DisputesTable } from "@/components/disputes/DisputesTable";
import { StateLinks } from "@/components/refunds/StateLinks";
import { DisputeRates } from "@/components/sellers/DisputeRates";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { connection, db } from "@/db/client";
import { disputeRates } from "@/db/queries/disputeRates";
import { sellerDisputes } from "@/db/queries/disputes";
import { DISPUTE_STATES } from "@/db/schema/refunds";
import { currentSeller } from "@/lib/auth/currentSeller";

export const metadata: Metadata = { title: "Disputes" };

const PATH = "/dashboard/disputes";
const ROWS = 25;
const WORDS = { open: "Open", refunded: "Refunded", declined: "Declined", lost: "Lost", withdrawn: "Withdrawn" } as const;

type Props = { searchParams: Promise<{ state?: string | string[]; before?: string | string[] }> };

export default async function DisputesPage({ searchParams }: Props) {
  const [account, params] = await Promise.all([currentSeller(), searchParams]);
  if (!account) return null;
  const state = DISPUTE_STATES.find((s) => s === params.state);
  const before = typeof params.before === "string" ? params.before : undefined;
  const [page, rates] = await Promise.all([
    sellerDisputes(connection().sql, account, { state }, ROWS, before),
    disputeRates(db(), { account }),
  ]);
  return (
    <>
      <h1 className="text-5">Disputes</h1>
      <p className="mt-2 max-w-measure text-2 text-ink-2">
        A payer can complain of a payment for 7 days. You give the money back or say why not within 7 days; silence loses.
      </p>
      <DisputeRates rates={rates} className="mt-1 text-2 text-ink-3" />
      <div className="mt-5">
        <StateLinks
          label="Disputes by state"
          path={PATH}
          value={state ?? ""}
          options={[{ value: "", label: "All" }, ...DISPUTE_STATES.map((s) => ({ value: s, label: WORDS[s] }))]}
        />
      </div>
      <div className="mt-3">
        {page.rows.length > 0 ? (
          <DisputesTable rows={page.rows} />
        ) : (
          <EmptyState
            title={state ? "No disputes here" : "Nobody has complained"}
            action={
              <ButtonLink href={state ? PATH : "/dashboard/payments"}>{state ? "Show all disputes" : "See your payments"}</ButtonLink>
            }
          >
            {state
              ? "None of your disputes are in this state."
              : "When a payer does, it is shown here, with the reason and the day until which you answer."}
          </EmptyState>
        )}
      </div>
      {page.older ? (
        <p className="mt-4">
          <ButtonLink size="sm" href={`${PATH}?${new URLSearchParams({ ...(state ? { state } : {}), before: page.older })}`}>
            Older
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}
