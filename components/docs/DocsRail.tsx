"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";
import { DOC_PAGES } from "./docPages";

/** The pages of the documentation: a column on wide screens, a row on narrow ones. */
export function DocsRail() {
  const path = usePathname();
  return (
    <nav
      aria-label="Documentation"
      className="-mx-(--margin-phone) flex gap-5 overflow-x-auto border-b border-line px-(--margin-phone) lg:sticky lg:top-21 lg:-ml-2.5 lg:mr-0 lg:block lg:space-y-0.5 lg:self-start lg:border-0 lg:px-0"
    >
      {DOC_PAGES.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          aria-current={path === href ? "page" : undefined}
          className={cx(
            "flex h-11 shrink-0 items-center border-b-2 text-3 lg:h-8 lg:rounded-control lg:border-0 lg:px-2.5",
            path === href ? "border-ink font-strong lg:bg-selected" : "border-transparent text-ink-2 hover:text-ink lg:hover:bg-hover",
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
