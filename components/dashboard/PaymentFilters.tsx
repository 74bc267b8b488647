"use client";

import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/buttonClass";
import { AmountFilterForm } from "./AmountFilterForm";
import { ChoiceList } from "./ChoiceList";
import { FilterChip } from "./FilterChip";
import { amountWords, payerWords, statusWords, whenWords } from "./filterWords";
import { PayerFilterForm } from "./PayerFilterForm";
import type { PaymentQuery } from "./paymentQuery";
import { SearchBox } from "./SearchBox";
import { StatusFilterForm } from "./StatusFilterForm";
import { TimeFilterForm } from "./TimeFilterForm";
import { useFilterNavigation } from "./useFilterNavigation";

type Props = { query: PaymentQuery; tools: readonly string[]; csvHref: string; jsonHref: string };

/** Search, filters and download of a payments table; what is chosen stands in the address line. */
export function PaymentFilters({ query, tools, csvHref, jsonHref }: Props) {
  const { change, pending } = useFilterNavigation();
  return (
    <div className="flex flex-col gap-2 md:flex-row md:flex-wrap md:items-center" aria-busy={pending}>
      <SearchBox value={query.search} onSearch={(q) => change({ q })} />
      <div className="-mx-(--margin-phone) flex items-center gap-2 overflow-x-auto px-(--margin-phone) py-1 md:contents">
        <FilterChip name="Time" chosen={whenWords(query)} onClear={() => change({ when: "all", from: null, to: null })}>
          {(close) => (
            <TimeFilterForm
              when={query.when}
              fromDay={query.fromDay ?? ""}
              toDay={query.toDay ?? ""}
              onApply={(choice) => {
                change(choice);
                close();
              }}
            />
          )}
        </FilterChip>
        <FilterChip name="Status" chosen={statusWords(query)} onClear={() => change({ status: null })}>
          {(close) => (
            <StatusFilterForm
              chosen={query.statuses}
              onApply={(statuses) => {
                change({ status: statuses.join(",") });
                close();
              }}
            />
          )}
        </FilterChip>
        <FilterChip name="Tool" chosen={query.tool} onClear={() => change({ tool: null })}>
          {(close) => (
            <ChoiceList
              label="Tool"
              choices={tools.map((tool) => ({ value: tool, label: tool }))}
              chosen={query.tool}
              onChoose={(tool) => {
                change({ tool });
                close();
              }}
            />
          )}
        </FilterChip>
        <FilterChip name="Payer" chosen={payerWords(query)} onClear={() => change({ payer: null })}>
          {(close) => (
            <PayerFilterForm
              payer={query.payer ?? ""}
              onApply={(payer) => {
                change({ payer });
                close();
              }}
            />
          )}
        </FilterChip>
        <FilterChip name="Amount" chosen={amountWords(query)} onClear={() => change({ min: null, max: null })}>
          {(close) => (
            <AmountFilterForm
              min={query.min ?? ""}
              max={query.max ?? ""}
              onApply={(min, max) => {
                change({ min, max });
                close();
              }}
            />
          )}
        </FilterChip>
        <a href={csvHref} download className={buttonClass({ size: "sm", className: "h-8 md:ml-auto" })}>
          <Download aria-hidden className="size-3.5" />
          CSV
        </a>
        <a href={jsonHref} download className={buttonClass({ size: "sm", className: "h-8" })}>
          <Download aria-hidden className="size-3.5" />
          JSON
        </a>
      </div>
    </div>
  );
}
