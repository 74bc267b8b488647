"use client";

import { Toaster as Sonner } from "sonner";

/** One of the few things with a shadow. Pages call `toast` from "sonner". */
export function Toaster() {
  return (
    <Sonner
      position="bottom-right"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-[min(400px,calc(100vw-32px))] items-start gap-2.5 rounded-panel border border-line bg-surface p-4 text-ink shadow-float",
          title: "text-3 font-label",
          description: "text-2 text-ink-3",
          actionButton: "link ml-auto shrink-0 text-2",
        },
      }}
    />
  );
}
