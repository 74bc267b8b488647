import type { Metadata } from "next";
import { AutoRefresh } from "@/components/dashboard/AutoRefresh";
import { AllowancePanel } from "@/components/refunds/AllowancePanel";
import { RefundsTable } from "@/components/refunds/RefundsTable";
import { StateLinks } from "@/components/refunds/StateLinks";
import { shownAllowance } from "@/components/refunds/shownAllowance";
import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { connection } from "@/db/client";
import { sellerRefunds } from "@/db/queries/refunds";
import type { RefundState } from "@/db/schema/refunds";
import { currentSeller } from "@/lib/auth/currentSeller";
import { readAllowance } from "@/lib/refunds/allowance/readAllowance";
import { isTestSeller } from "../isTestSeller";

export const metadata: Metadata = { title: "Refunds" };

const PATH = "/dashboard/refunds";
const ROWS = 25;
const FILTERS: Record<string, { label: string; states?: RefundState[] }> = {
  "": { label: "All" },
  refunded: { label: "Refunded", states: ["settled"] },
  open: { label: "Under way", states: ["pending", "unknown"] },
  owed: { label: "Owed", states: ["owed"] },
  failed: { label: "Failed", states: ["failed"] },
};

type Props = { searchParams: Promise<{ state?: string | string[]; before?: string | string[] }> };

export default async function RefundsPage({ searchParams }: Props) {
  const [account, params] = await Promise.all([currentSeller(), searchParams]);
  if (!account) return null;
  const value = typeof params.state === "string" && Object.hasOwn(FILTERS, params.state) ? params.state : "";
  const before = typeof params.before === "string" ? params.before : undefined;
  const states = FILTERS[value]?.states;
  const [page, allowance] = await Promise.all([
    sellerRefunds(connection().sql, account, states ? { states } : {}, ROWS, before),
    readAllowance(account),
  ]);
  const shown = shownAllowance(allowance);
  const moving = shown.state === "waiting" || shown.state === "pending" || page.rows.some((row) => row.closedAt === null);
  return (
    <>
      <h1 className="text-5">Refunds</h1>
      <div className="mt-5">
        <AllowancePanel key={shown.left} account={account} allowance={shown} testSeller={isTestSeller(account)} />
      </div>
      <section aria-label="Refunds" className="mt-8">
        <StateLinks
          label="Refunds by state"
          path={PATH}
          value={value}
          options={Object.entries(FILTERS).map(([key, { label }]) => ({ value: key, label }))}
        />
        <div className="mt-3">
          {page.rows.length > 0 ? <RefundsTable rows={page.rows} /> : <NoRefunds filtered={value !== "" || before !== undefined} />}
        </div>
        {page.older ? (
          <p className="mt-4">
            <ButtonLink size="sm" href={`${PATH}?${new URLSearchParams({ ...(value ? { state: value } : {}), before: page.older })}`}>
              Older
            </ButtonLink>
          </p>
        ) : null}
      </section>
      {moving ? <AutoRefresh everyMs={3_000} /> : null}
    </>
  );
}

function NoRefunds({ filtered }: { filtered: boolean }) {
  const action = (
    <ButtonLink href={filtered ? PATH : "/dashboard/payments"}>{filtered ? "Show all refunds" : "See your payments"}</ButtonLink>
  );
  return (
    <EmptyState title={filtered ? "No refunds here" : "Nothing was given back yet"} action={action}>
      {filtered
        ? "None of your refunds are in this state."
        : "Open a payment to give it back, in whole or in part: one signature, and the market pays the gas."}
    </EmptyState>
  );
}
