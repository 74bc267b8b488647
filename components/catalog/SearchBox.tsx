"use client";

import { Search, X } from "lucide-react";
import type { KeyboardEvent, Ref } from "react";
import { Kbd } from "../ui/Kbd";

type Props = {
  ref: Ref<HTMLInputElement>;
  value: string;
  onChange: (value: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  activeId: string | undefined;
};

/** `/` brings you here, Escape empties it. */
export function SearchBox({ ref, value, onChange, onKeyDown, activeId }: Props) {
  return (
    <div className="relative w-full max-w-[430px] min-w-0 max-md:max-w-none">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3.5 size-4 -translate-y-1/2" />
      <input
        ref={ref}
        type="text"
        role="combobox"
        aria-label="Search the tools"
        aria-expanded={value !== ""}
        aria-controls="search-results"
        aria-activedescendant={activeId}
        autoComplete="off"
        spellCheck={false}
        placeholder="Search, or type a code such as A1"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-11 w-full rounded-control border border-line-input bg-surface pr-20 pl-9.5 text-3 placeholder:text-ink-3 focus-visible:outline-offset-1"
      />
      <span className="absolute top-1/2 right-3 flex -translate-y-1/2 items-center gap-2">
        {value === "" ? (
          <Kbd>/</Kbd>
        ) : (
          <>
            <button
              type="button"
              aria-label="Empty the search"
              onClick={() => onChange("")}
              className="flex size-6 items-center justify-center rounded-tag"
            >
              <X aria-hidden className="size-3.5" />
            </button>
            <Kbd>Esc</Kbd>
          </>
        )}
      </span>
    </div>
  );
}
