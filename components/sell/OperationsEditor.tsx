"use client";

import { useState } from "react";
import type { OperationJson } from "@/lib/listings/listingJson";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Input } from "../ui/Input";
import { OperationRow } from "./OperationRow";
import { priceFault } from "./pricing";
import { useListing } from "./useListing";

export type OperationChange = {
  enabled?: boolean;
  price?: string;
  question?: string;
  description?: string;
  example?: Record<string, unknown>;
};

type Props = { listingId: string; operations: readonly OperationJson[]; least: string; leastWords: string };

const PAGE = 50;

/** What of a listing is sold, for how much and in which words. What is changed waits until it is saved. */
export function OperationsEditor({ listingId, operations, least, leastWords }: Props) {
  const [changes, setChanges] = useState<Record<string, OperationChange>>({});
  const [query, setQuery] = useState("");
  const [every, setEvery] = useState("");
  const [shown, setShown] = useState(PAGE);
  const save = useListing(listingId, "PATCH", "", () => setChanges({}));
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = operations.filter(({ key, question, tags, code }) => {
    const text = `${key} ${question} ${tags.join(" ")} ${code ?? ""}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const floor = BigInt(least);
  const change = (id: string, next: OperationChange) => setChanges((was) => ({ ...was, [id]: { ...was[id], ...next } }));
  const all = (next: OperationChange) =>
    setChanges((was) => ({ ...was, ...Object.fromEntries(found.map(({ id }) => [id, { ...was[id], ...next }])) }));
  const count = Object.keys(changes).length;
  const wrong = Object.values(changes).some(({ price }) => price !== undefined && priceFault(price, floor));
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-52">
          <Input
            type="search"
            aria-label="Filter the operations"
            placeholder="Filter by path, tag, word or code"
            value={query}
            onChange={(event) => {
              setQuery(event.target.value);
              setShown(PAGE);
            }}
          />
        </div>
        <Button onClick={() => all({ enabled: true })}>Turn {words.length > 0 ? `these ${found.length}` : "all"} on</Button>
        <Button onClick={() => all({ enabled: false })}>Off</Button>
      </div>
      <form
        className="flex flex-wrap items-center gap-2 text-2 text-ink-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!priceFault(every, floor)) all({ price: every.trim() });
        }}
      >
        <Input
          mono
          inputMode="decimal"
          aria-label="One price for all that the filter shows"
          placeholder="0.01"
          value={every}
          onChange={(event) => setEvery(event.target.value)}
          className="max-w-28"
        />
        <Button type="submit" size="sm" disabled={priceFault(every, floor) !== null}>
          Price {words.length > 0 ? `these ${found.length}` : "all"} so
        </Button>
        <span className="text-ink-3">{leastWords}</span>
      </form>
      <ul className="divide-y divide-line border-y border-line">
        {found.slice(0, shown).map((operation) => (
          <OperationRow
            key={operation.id}
            operation={operation}
            change={changes[operation.id] ?? {}}
            onChange={(next) => change(operation.id, next)}
            least={floor}
          />
        ))}
      </ul>
      {found.length === 0 ? <p className="text-2 text-ink-3">No operation is called that.</p> : null}
      {found.length > shown ? (
        <Button className="justify-self-start" onClick={() => setShown(shown + PAGE)}>
          Show {Math.min(PAGE, found.length - shown)} more of {found.length.toLocaleString("en")}
        </Button>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button
          variant="ink"
          busy={save.isPending}
          disabled={count === 0 || wrong}
          onClick={() => save.mutate({ operations: Object.entries(changes).map(([id, one]) => ({ id, ...one })) })}
        >
          Save {count > 0 ? `${count.toLocaleString("en")} ${count === 1 ? "change" : "changes"}` : "changes"}
        </Button>
        {count > 0 ? (
          <Button variant="ghost" onClick={() => setChanges({})}>
            Forget them
          </Button>
        ) : (
          <span className="text-2 text-ink-3" role="status">
            {save.isSuccess ? "Saved. Prices that were named before stay good for five minutes." : "Nothing is changed."}
          </span>
        )}
      </div>
      <RefusedNote error={save.error} />
    </div>
  );
}
