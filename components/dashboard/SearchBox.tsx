"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";

type Props = { value: string; onSearch: (text: string) => void };

const PAUSE_MS = 350;

/** Searches by itself after a pause in typing, and at once on Enter. */
export function SearchBox({ value, onSearch }: Props) {
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    // The address line changed by another way: a cleared filter, or the back button.
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  const search = (next: string) => {
    if (next === sent.current) return;
    sent.current = next;
    onSearch(next);
  };
  useEffect(() => {
    const timer = setTimeout(() => search(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <search className="block md:w-60 lg:w-75">
      <form
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          search(text.trim());
        }}
      >
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-3.5 -translate-y-1/2" />
        <input
          type="search"
          aria-label="Search by transaction, payer or payment"
          placeholder="Transaction, payer or payment"
          value={text}
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
          className="h-8 w-full rounded-control border border-line-input bg-surface pr-2 pl-8 text-2 placeholder:text-ink-3 focus-visible:outline-offset-1"
        />
      </form>
    </search>
  );
}
