"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** Under the header and in view while the other column scrolls; a column taller than the window shows its end. */
export function StickyColumn({ className, children }: { className: string; children: ReactNode }) {
  const column = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = column.current;
    if (!element) return;
    const place = () => element.style.setProperty("--stick", `${Math.min(76, window.innerHeight - element.offsetHeight - 20)}px`);
    const observer = new ResizeObserver(place);
    observer.observe(element);
    window.addEventListener("resize", place);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", place);
    };
  }, []);
  return (
    <div ref={column} className={className}>
      {children}
    </div>
  );
}
