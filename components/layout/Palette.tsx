"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { OPEN_PALETTE } from "./paletteEvents";

// Most visits never open it, so its code comes with the first Ctrl-K.
const PaletteDialog = dynamic(() => import("./PaletteDialog").then((module) => module.PaletteDialog), { ssr: false });

/** Listens for Ctrl-K, and for buttons that open the palette. */
export function Palette() {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);

  useEffect(() => {
    const show = () => {
      setWanted(true);
      setOpen(true);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setWanted(true);
      setOpen((was) => !was);
    };
    window.addEventListener(OPEN_PALETTE, show);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(OPEN_PALETTE, show);
      window.removeEventListener("keydown", onKey);
    };
  }, []);

  return wanted ? <PaletteDialog open={open} setOpen={setOpen} /> : null;
}
