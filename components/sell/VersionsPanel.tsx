"use client";

import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeJson } from "@/lib/listings/changesJson";
import type { WholeJson } from "@/lib/listings/listingJson";
import { askMarket } from "../sellers/askMarket";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { RelativeTime } from "../ui/RelativeTime";
import { Table, Td, Th, Tr } from "../ui/Table";
import { SpecInput } from "./SpecInput";
import { useListing } from "./useListing";
import { VersionChanges } from "./VersionChanges";

type Preview = { spec: string; version: number; summary: string; changes: ChangeJson[] };

/** The descriptions so far, and the way to a newer one: what it changes is shown before it is in force. */
export function VersionsPanel({ listing, least }: { listing: WholeJson; least: string }) {
  const [open, setOpen] = useState(false);
  const compare = useMutation({
    mutationFn: async (spec: string): Promise<Preview> => ({
      spec,
      ...(await askMarket<Omit<Preview, "spec">>(`/api/seller/listings/${listing.id}/versions`, "POST", { spec })),
    }),
  });
  const apply = useListing(listing.id, "POST", "/versions", () => {
    compare.reset();
    setOpen(false);
  });
  return (
    <>
      <Table>
        <thead>
          <tr>
            <Th>Version</Th>
            <Th>From</Th>
            <Th>What changed</Th>
            <Th right>When</Th>
          </tr>
        </thead>
        <tbody>
          {listing.versions.map(({ version, source, summary, at }) => (
            <Tr key={version} tone="plain">
              <Td className="num font-strong">{version}</Td>
              <Td className="max-w-70 truncate">{source}</Td>
              <Td className="text-ink-2">{summary}</Td>
              <Td right className="whitespace-nowrap text-ink-3">
                <RelativeTime at={at} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      <div className="mt-4 max-w-180">
        {!open ? (
          <Button onClick={() => setOpen(true)}>Import a newer description</Button>
        ) : compare.data ? (
          <VersionChanges
            preview={compare.data}
            least={BigInt(least)}
            busy={apply.isPending}
            onApply={(price) => apply.mutate({ spec: compare.data.spec, apply: { version: compare.data.version, price } })}
            onCancel={() => compare.reset()}
          />
        ) : (
          <SpecInput onRead={(read) => compare.mutate(read.id)} />
        )}
        <RefusedNote error={compare.error ?? apply.error} />
      </div>
    </>
  );
}
