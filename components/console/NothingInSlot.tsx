"use client";

import { usePathname } from "next/navigation";
import { catalog } from "@/lib/tools/catalog";
import { ButtonLink } from "../ui/ButtonLink";
import { EmptyState } from "../ui/EmptyState";

/** A code or a name that no tool has. */
export function NothingInSlot() {
  const wanted = decodeURIComponent(usePathname().replace(/^\/tools\//, ""));
  const isCode = /^[a-f]\d{1,6}$/i.test(wanted);
  const shelf = isCode ? wanted[0]?.toUpperCase() : undefined;
  const onShelf = catalog.filter((tool) => tool.category === shelf);
  return (
    <div className="max-w-140 py-16">
      <EmptyState
        heading="h1"
        title={isCode ? `Nothing in slot ${wanted.toUpperCase()}` : "No tool has this name"}
        action={
          <ButtonLink href={onShelf.length > 0 ? `/#shelf-${shelf}` : "/"}>
            {onShelf.length > 0 ? `See shelf ${shelf}` : "See all tools"}
          </ButtonLink>
        }
      >
        {isCode
          ? `No tool has this code. ${onShelf.length > 0 ? `${shelf} holds ${onShelf.map((tool) => tool.code).join(", ")}.` : "That shelf is empty."}`
          : `Nothing here is called ${wanted.slice(0, 60)}.`}{" "}
        Nothing was charged.
      </EmptyState>
    </div>
  );
}
