"use client";

import { useState } from "react";
import type { UploadedJson } from "@/lib/listings/uploadJson";
import { RefusedNote } from "../sellers/RefusedNote";
import { Button } from "../ui/Button";
import { Disclosure } from "../wire/Disclosure";
import { DetailsFields } from "./DetailsFields";
import { type Details, detailsBody, NEW_DETAILS, NO_SECRET } from "./details";
import type { NewProps } from "./NewListing";
import { OperationPicker } from "./OperationPicker";
import { type Choice, filled, priceFault } from "./pricing";
import { SellStep } from "./SellStep";
import { SpecFaults } from "./SpecFaults";
import { SpecInput } from "./SpecInput";
import { useCreate } from "./useCreate";

/** From a description: read it, choose and price, say where it is. */
export function NewFromSpec({ before, least, leastWords, onMade }: NewProps) {
  const [read, setRead] = useState<UploadedJson | null>(null);
  const [choice, setChoice] = useState<Choice>({ on: new Set(), usual: "0.01", tags: {}, operations: {} });
  const [details, setDetails] = useState<Details>(NEW_DETAILS);
  const create = useCreate(onMade);
  const begin = (next: UploadedJson) => {
    setRead(next);
    setChoice({ ...choice, on: new Set(next.operations.filter(({ deprecated }) => !deprecated).map(({ key }) => key)) });
    setDetails({ ...details, ...detailsFrom(next) });
  };
  const wrong = [choice.usual, ...Object.values(filled(choice.tags)), ...Object.values(filled(choice.operations))].find((price) =>
    priceFault(price, least),
  );
  const make = () =>
    read &&
    create.mutate({
      from: "spec",
      spec: read.id,
      ...detailsBody(details),
      operations: choice.on.size === read.operations.length ? "all" : [...choice.on],
      prices: { default: choice.usual.trim(), tags: filled(choice.tags), operations: filled(choice.operations) },
    });
  return (
    <ol className="grid gap-10">
      <SellStep state={read ? "done" : 1} title="Give your description">
        {read ? <ReadNote read={read} onAgain={() => setRead(null)} /> : <SpecInput onRead={begin} />}
      </SellStep>
      <SellStep state={read ? 2 : "later"} number={2} title="Choose and price">
        {read ? (
          <OperationPicker operations={read.operations} choice={choice} onChange={setChoice} least={least} leastWords={leastWords} />
        ) : (
          "All at once, by tag, or one by one."
        )}
      </SellStep>
      <SellStep state={read ? 3 : "later"} number={3} title="Say what it is and where it answers">
        {read ? (
          <>
            <DetailsFields details={details} onChange={setDetails} faults={create.faults} before={before} servers={read.servers} />
            <div className="mt-6">
              <Button variant="ink" busy={create.isPending} disabled={choice.on.size === 0 || wrong !== undefined} onClick={make}>
                Make the listing
              </Button>
              <p className="mt-2 text-2 text-ink-3">
                {choice.on.size === 0
                  ? "Choose at least one operation."
                  : wrong !== undefined
                    ? `"${wrong}" is no price that can be asked.`
                    : "It stays yours alone until you publish it."}
              </p>
              <RefusedNote error={create.error} fields={Object.keys(details)} />
            </div>
          </>
        ) : (
          "Its title, its shelf and your server."
        )}
      </SellStep>
    </ol>
  );
}

function detailsFrom({ title, description, servers, auth }: UploadedJson): Partial<Details> {
  return {
    title: title.slice(0, 80),
    description: description.slice(0, 300),
    upstream: servers[0] ?? "",
    secret: auth ? { ...NO_SECRET, kind: auth.kind, name: "name" in auth ? auth.name : "" } : NO_SECRET,
  };
}

function ReadNote({ read, onAgain }: { read: UploadedJson; onAgain: () => void }) {
  const { title, format, version, operations, faults, source } = read;
  return (
    <>
      <p className="text-2 text-ink-2 [overflow-wrap:anywhere]">
        {title || source}, version {version || "unknown"}, {format}: {operations.length.toLocaleString("en")} operations.{" "}
        <button type="button" className="link" onClick={onAgain}>
          Give another
        </button>
      </p>
      {faults.length > 0 ? (
        <div className="mt-2">
          <Disclosure summary={`${faults.length} ${faults.length === 1 ? "thing" : "things"} could not be taken over`}>
            <SpecFaults faults={faults} />
          </Disclosure>
        </div>
      ) : null}
    </>
  );
}
