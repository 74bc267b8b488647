import type { ReactNode } from "react";
import { LiveRefresh } from "./LiveRefresh";
import { NoPaymentsMatch } from "./NoPaymentsMatch";
import { Pager } from "./Pager";
import { PaymentFilters } from "./PaymentFilters";
import { PaymentsList } from "./PaymentsList";
import { type PaymentRow, PaymentsTable } from "./PaymentsTable";
import { type Cursor, type PaymentQuery, writeCursor } from "./paymentQuery";

export type PaymentsSectionProps = {
  heading: ReactNode;
  /** The page's path, and its address line without a cursor. */
  path: string;
  params: string;
  query: PaymentQuery;
  rows: readonly (PaymentRow & { cursor: Cursor })[];
  hasNewer: boolean;
  hasOlder: boolean;
  total: number;
  countLimit: number;
  tools: readonly string[];
  explorer: string | null;
};

/** The payments table with all that belongs to it. */
export function PaymentsSection(props: PaymentsSectionProps) {
  const { heading, path, params, query, rows, hasNewer, hasOlder, total, countLimit, tools, explorer } = props;
  const [first, last] = [rows[0], rows.at(-1)];
  const page = (name: "before" | "after", cursor: Cursor) => {
    const next = new URLSearchParams(params);
    next.set(name, writeCursor(cursor));
    return `${path}?${next}`;
  };
  const file = new URLSearchParams(params);
  file.set("when", query.when);
  return (
    <section aria-labelledby="payments-heading">
      <div className="flex items-baseline justify-between gap-4">
        {heading}
        <LiveRefresh>updates by itself</LiveRefresh>
      </div>
      <div className="mt-3">
        <PaymentFilters
          query={query}
          tools={tools}
          csvHref={`/dashboard/payments.csv?${file}`}
          jsonHref={`/dashboard/payments.json?${file}`}
        />
      </div>
      {first && last ? (
        <>
          <div className="mt-2 max-md:hidden">
            <PaymentsTable rows={rows} explorer={explorer} />
          </div>
          <div className="mt-4 md:hidden">
            <PaymentsList rows={rows} />
          </div>
          <Pager
            shown={rows.length}
            total={total}
            countLimit={countLimit}
            newer={hasNewer ? page("after", first.cursor) : null}
            older={hasOlder ? page("before", last.cursor) : null}
          />
        </>
      ) : (
        <NoPaymentsMatch path={path} params={params} query={query} />
      )}
    </section>
  );
}
