"use client";

import { useEffect } from "react";

/** While a payment is under way the half coin in the browser's tab is blue. */
export function usePayingIcon(paying: boolean): void {
  useEffect(() => {
    if (!paying) return;
    const style = getComputedStyle(document.documentElement);
    const color = (name: string) => style.getPropertyValue(name).trim();
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="15" fill="${color("--display")}"/><path d="M34 15a17 17 0 0 0 0 34Z" fill="${color("--display-wait")}"/><rect x="39.5" y="12" width="7.5" height="40" rx="3.75" fill="${color("--display-ink")}"/></svg>`;
    const link = document.createElement("link");
    link.rel = "icon";
    link.type = "image/svg+xml";
    link.href = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    document.head.append(link);
    return () => link.remove();
  }, [paying]);
}
