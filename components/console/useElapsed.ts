"use client";

import { useEffect, useState } from "react";

/** Milliseconds since `key` last changed to something; 0 while it is null. */
export function useElapsed(key: string | null, everyMs = 100): number {
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    setElapsed(0);
    if (key === null) return;
    const from = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - from), everyMs);
    return () => clearInterval(timer);
  }, [key, everyMs]);
  return elapsed;
}
