import { ButtonLink } from "@/components/ui/ButtonLink";
import { EmptyState } from "@/components/ui/EmptyState";
import { filterSentence } from "./filterWords";
import { activeFilters, type PaymentQuery } from "./paymentQuery";
import { withParams } from "./withParams";

type Props = { path: string; params: string; query: PaymentQuery };

const NOTHING = { q: null, status: null, tool: null, payer: null, min: null, max: null, from: null, to: null };

/** There are payments, but none of this kind: says which filters stand in the way, and takes them off. */
export function NoPaymentsMatch({ path, params, query }: Props) {
  const filters = activeFilters(query, "all").filter((name) => name !== "time");
  const count = filters.length === 1 ? "Clear the filter" : filters.length === 2 ? "Clear both filters" : "Clear all filters";
  return (
    <div className="mt-4">
      <EmptyState
        title={filters.length > 0 ? "No payments match" : "No payments in this time"}
        action={
          <>
            {filters.length > 0 ? (
              <ButtonLink href={withParams(path, params, NOTHING)} size="sm" scroll={false}>
                {count}
              </ButtonLink>
            ) : null}
            {query.when === "all" ? null : (
              <ButtonLink href={withParams(path, params, { when: "all", from: null, to: null })} size="sm" scroll={false}>
                Look at all time
              </ButtonLink>
            )}
          </>
        }
      >
        {filterSentence(query)}
      </EmptyState>
    </div>
  );
}
