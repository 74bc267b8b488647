"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";

export function RailLinks({ unknown, disputes, deadWebhooks }: { unknown: number; disputes: number; deadWebhooks: number }) {
  const path = usePathname();
  const inPayments = path.startsWith("/dashboard/payments");
  const inRefunds = path.startsWith("/dashboard/refunds");
  const inDisputes = path.startsWith("/dashboard/disputes");
  return (
    <nav aria-label="Dashboard" className="flex min-w-0 gap-5 overflow-x-auto lg:-ml-2.5 lg:overflow-visible lg:block lg:space-y-0.5">
      <RailLink href="/dashboard" current={path === "/dashboard"}>
        Overview
      </RailLink>
      <RailLink href="/dashboard/payments" current={inPayments}>
        Payments
        {unknown > 0 ? <span className="num text-1 font-label text-unknown lg:ml-auto">{unknown} unknown</span> : null}
      </RailLink>
      <RailLink href="/dashboard/refunds" current={inRefunds}>
        Refunds
      </RailLink>
      <RailLink href="/dashboard/disputes" current={inDisputes}>
        Disputes
        {disputes > 0 ? <span className="num text-1 font-label text-unknown lg:ml-auto">{disputes} open</span> : null}
      </RailLink>
      <RailLink href="/dashboard/webhooks" current={path.startsWith("/dashboard/webhooks")}>
        Webhooks
        {deadWebhooks > 0 ? <span className="num text-1 font-label text-failed lg:ml-auto">{deadWebhooks} off</span> : null}
      </RailLink>
    </nav>
  );
}

function RailLink({ href, current, children }: { href: string; current: boolean; children: ReactNode }) {
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
