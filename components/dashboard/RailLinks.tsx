"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import type { RailCounts } from "./railCounts";

const QUIET = "text-ink-3";

export function RailLinks({ counts }: { counts: RailCounts }) {
  return (
    <nav aria-label="Dashboard" className="flex min-w-0 gap-5 overflow-x-auto lg:-ml-2.5 lg:overflow-visible lg:block lg:space-y-0.5">
      <RailLink href="/dashboard" exact>
        Overview
      </RailLink>
      <RailLink href="/dashboard/payments">
        Payments
        <Count of={counts.unknown} word="unknown" tone="text-unknown" />
      </RailLink>
      <RailLink href="/dashboard/listings">
        Listings
        <Count of={counts.listings} tone={QUIET} />
      </RailLink>
      <RailLink href="/dashboard/refunds">Refunds</RailLink>
      <RailLink href="/dashboard/disputes">
        Disputes
        <Count of={counts.disputes} word="open" tone="text-unknown" />
      </RailLink>
      <RailLink href="/dashboard/webhooks">
        Webhooks
        <Count of={counts.deadWebhooks} word="off" tone="text-failed" />
      </RailLink>
      <RailLink href="/dashboard/settings">Settings</RailLink>
    </nav>
  );
}

function Count({ of, word, tone }: { of: number; word?: string; tone: string }) {
  if (of === 0) return null;
  return <span className={cx("num text-1 font-label lg:ml-auto", tone)}>{word ? `${of} ${word}` : of}</span>;
}

function RailLink({ href, exact = false, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const current = exact ? path === href : path.startsWith(href);
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={cx(
        "-mb-px flex h-11 items-center gap-2 whitespace-nowrap border-b-2 text-3 lg:mb-0 lg:h-8 lg:rounded-control lg:border-0 lg:px-2.5",
        current ? "border-ink font-strong lg:bg-selected" : "border-transparent text-ink-2 hover:text-ink lg:hover:bg-hover",
      )}
    >
      {children}
    </Link>
  );
}
