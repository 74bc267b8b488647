"use client";

import { useState } from "react";
import type { WholeJson } from "@/lib/listings/listingJson";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import { TextArea } from "../ui/TextArea";
import { SHELVES } from "./details";
import { useListing } from "./useListing";

/** Title, words and shelf. The shelf stays once codes were given on it. */
export function WordsForm({ listing }: { listing: WholeJson }) {
  const [given, setGiven] = useState({ title: listing.title, description: listing.description, category: listing.category as string });
  const save = useListing(listing.id, "PATCH");
  const set = (change: Partial<typeof given>) => setGiven({ ...given, ...change });
  return (
    <form
      noValidate
      className="grid max-w-160 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(given);
      }}
    >
      <Field label="Title" error={save.faults.title}>
        {(control) => <Input {...control} value={given.title} maxLength={120} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      <Field label="What it is" error={save.faults.description}>
        {(control) => (
          <TextArea
            {...control}
            value={given.description}
            maxLength={1_000}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
      <Field label="Shelf" help={listing.publishedAt ? "Its codes name the shelf, so it stays there." : null} error={save.faults.category}>
        {(control) => (
          <Select
            {...control}
            options={SHELVES}
            value={given.category}
            disabled={listing.publishedAt !== null}
            onChange={(category) => set({ category })}
          />
        )}
      </Field>
      <Saved save={save} fields={["title", "description", "category"]} />
    </form>
  );
}

type SavedProps = { save: { isPending: boolean; isSuccess: boolean; error: Error | null }; fields: readonly string[] };

/** The button of a form of its own, and whether it is saved. */
export function Saved({ save, fields }: SavedProps) {
  return (
    <div>
      <div className="flex items-center gap-3">
        <Button type="submit" variant="ink" busy={save.isPending}>
          Save
        </Button>
        <span role="status" className="text-2 text-ink-3">
          {save.isSuccess ? "Saved." : ""}
        </span>
      </div>
      <RefusedNote error={save.error} fields={fields} />
    </div>
  );
}
