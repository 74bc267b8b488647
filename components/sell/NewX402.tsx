"use client";

import { useState } from "react";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { Select } from "../ui/Select";
import { DetailsFields } from "./DetailsFields";
import { type Details, NEW_DETAILS } from "./details";
import type { NewProps } from "./NewListing";
import { SellStep } from "./SellStep";
import { useCreate } from "./useCreate";

const METHODS = [
  { value: "auto", label: "GET, or POST" },
  { value: "GET", label: "GET" },
  { value: "POST", label: "POST" },
];

/** An endpoint that takes its payments itself: asked once, unpaid, for its terms. */
export function NewX402({ before, onMade }: NewProps) {
  const [url, setUrl] = useState("");
  const [method, setMethod] = useState("auto");
  const [details, setDetails] = useState<Details>(NEW_DETAILS);
  const create = useCreate(onMade);
  const { title, name, description, category } = details;
  const make = () =>
    create.mutate({
      from: "x402",
      url,
      ...(method === "auto" ? {} : { method }),
      title,
      ...(name.trim() ? { name } : {}),
      description,
      category,
    });
  return (
    <ol className="grid gap-10">
      <SellStep state={1} title="Give its address">
        <div className="grid gap-4 md:grid-cols-[minmax(0,1fr)_160px]">
          <Field label="Address of the endpoint" help="It is asked once, unpaid, for its price and terms." error={create.faults.url}>
            {(control) => (
              <Input
                {...control}
                mono
                type="url"
                value={url}
                placeholder="https://api.kestrel.example/forecast"
                autoComplete="off"
                onChange={(event) => setUrl(event.target.value)}
              />
            )}
          </Field>
          <Field label="Asked by">{(control) => <Select {...control} options={METHODS} value={method} onChange={setMethod} />}</Field>
        </div>
      </SellStep>
      <SellStep state={2} title="Say what it is">
        <DetailsFields details={details} onChange={setDetails} faults={create.faults} before={before} direct />
        <div className="mt-6">
          <Button variant="ink" busy={create.isPending} disabled={!url.trim()} onClick={make}>
            Make the listing
          </Button>
          <p className="mt-2 text-2 text-ink-3">It stays yours alone until you publish it.</p>
          <RefusedNote error={create.error} fields={["url", "title", "name", "description", "category"]} />
        </div>
      </SellStep>
    </ol>
  );
}
