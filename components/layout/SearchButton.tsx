"use client";

import { Search } from "lucide-react";
import { Kbd } from "../ui/Kbd";
import { openPalette } from "./paletteEvents";

export function SearchButton() {
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-keyshortcuts="Control+K"
      className="hidden h-7 items-center gap-2 rounded-control border border-line-strong bg-surface pr-1 pl-2.5 text-2 text-ink-3 hover:bg-hover lg:inline-flex"
    >
      <Search aria-hidden className="size-3.5 text-ink" />
      <span className="mr-2">Search</span>
      <Kbd>Ctrl K</Kbd>
    </button>
  );
}
