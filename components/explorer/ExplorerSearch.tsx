"use client";

import { Search } from "lucide-react";
import { useRef } from "react";
import { Kbd } from "../ui/Kbd";
import { useSlashKey } from "../ui/useSlashKey";

/** `/` brings you here. Whole ids, transactions and addresses lead to their own pages. */
export function ExplorerSearch({ asked }: { asked: string }) {
  const box = useRef<HTMLInputElement>(null);
  useSlashKey(box);
  return (
    <search className="block w-full lg:w-114">
      <form action="/explorer" className="relative">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2" />
        <input
          ref={box}
          type="search"
          name="q"
          required
          aria-label="Search for a payment, a transaction, a payer or a seller"
          placeholder="Payment, transaction, payer or seller"
          defaultValue={asked}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          className="h-11 w-full rounded-control border border-line-input bg-surface pr-12 pl-9.5 text-3 placeholder:text-ink-3 focus-visible:outline-offset-1"
        />
        <span className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2">
          <Kbd>/</Kbd>
        </span>
      </form>
    </search>
  );
}
