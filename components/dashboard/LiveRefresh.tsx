"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { joinSellerStream } from "./sellerStream";

/** No page is asked for again sooner than this after the last time. */
const AT_MOST_EVERY_MS = 1_500;
/** While changes are told, the page is asked for without one only to keep what nobody tells of, such as calls that just began. */
const TOLD_EVERY_MS = 15_000;

type Props = {
  everyMs?: number /** Changes that nobody tells of are waited for: asks every `everyMs` all the same. */;
  always?: boolean;
  children?: string;
};

/** Asks the server for the page again when it tells of a change, and every few seconds where it can't; while somebody can see it. */
export function LiveRefresh({ everyMs = 5_000, always = false, children }: Props) {
  const router = useRouter();
  const [told, setTold] = useState(false);
  useEffect(() => {
    let last = 0;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const ask = () => {
      waiting = undefined;
      last = Date.now();
      if (document.visibilityState === "visible") router.refresh();
    };
    const soon = () => {
      waiting ??= setTimeout(ask, Math.max(0, last + AT_MOST_EVERY_MS - Date.now()));
    };
    const leave = joinSellerStream({ changed: soon, connected: setTold });
    document.addEventListener("visibilitychange", soon);
    return () => {
      leave();
      clearTimeout(waiting);
      document.removeEventListener("visibilitychange", soon);
    };
  }, [router]);
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const timer = setInterval(look, told && !always ? TOLD_EVERY_MS : everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs, told, always]);
  return children ? <span className="text-2 text-ink-3">{children}</span> : null;
}
