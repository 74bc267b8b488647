"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "../ui/cx";
import { isCurrent, NAV } from "./navItems";

export function NavLinks() {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="hidden h-full gap-4 mid:flex lg:gap-6">
      {NAV.map(({ href, label }) => {
        const current = isCurrent(href, path);
        return (
          <Link
            key={href}
            href={href}
            aria-current={current ? "page" : undefined}
            className={cx(
              "-mb-px flex items-center border-b-2 text-3",
              current ? "border-ink font-strong" : "border-transparent text-ink-2 hover:text-ink",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
