"use client";

import { useRouter } from "next/navigation";
import { catalog } from "@/lib/tools/catalog";
import { ButtonLink } from "../ui/ButtonLink";
import { Select } from "../ui/Select";
import { useNews } from "./LiveNews";
import { Settlements } from "./Settlements";

const ALL = "all";
const OPTIONS = [{ value: ALL, label: "All tools" }, ...catalog.map(({ slug }) => ({ value: slug, label: slug }))];

type Props = { older: string | null /** This is not the first page. */; past: boolean };

/** The list that fills by itself, of all tools or of one. */
export function NewestSettlements({ older, past }: Props) {
  const router = useRouter();
  const { payments, tool } = useNews();
  const page = (query: Record<string, string | null>) => {
    const set = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
    return `/explorer${set.length > 0 ? `?${new URLSearchParams(set)}` : ""}`;
  };
  return (
    <section aria-labelledby="newest" className="min-w-0">
      <div className="flex items-center justify-between gap-3 pb-1 max-md:border-b max-md:border-line-strong max-md:pb-3">
        <h2 id="newest" className="text-4">
          {past ? "Older settlements" : "Newest settlements"}
        </h2>
        <div className="min-w-23">
          <Select
            size="sm"
            aria-label="Tool"
            options={OPTIONS}
            value={tool ?? ALL}
            onChange={(next) => router.push(page({ tool: next === ALL ? null : next }), { scroll: false })}
          />
        </div>
      </div>
      {payments.length === 0 ? (
        <p className="border-y border-line py-6 text-3 text-ink-2">
          {tool || past ? "None here." : "Nothing has settled yet. The first paid call appears here by itself."}
        </p>
      ) : (
        <Settlements rows={payments} caption="Settlements, newest first" />
      )}
      <nav aria-label="Pages of settlements" className="mt-3 flex items-center justify-between gap-3">
        <span className="text-2 text-ink-3">{past ? "this page stands still" : "updates by itself"}</span>
        <span className="flex gap-2">
          {past ? (
            <ButtonLink href={page({ tool })} size="sm" scroll={false}>
              Newest
            </ButtonLink>
          ) : null}
          {older ? (
            <ButtonLink href={page({ tool, before: older })} size="sm" scroll={false}>
              Older
            </ButtonLink>
          ) : null}
        </span>
      </nav>
    </section>
  );
}
