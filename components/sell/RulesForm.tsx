"use client";

import { useState } from "react";
import type { WholeJson } from "@/lib/listings/listingJson";
import { Checkbox } from "../ui/Checkbox";
import { Field } from "../ui/Field";
import { Input } from "../ui/Input";
import { useListing } from "./useListing";
import { Saved } from "./WordsForm";

/** Where calls go and by what rules they are charged. */
export function RulesForm({ listing }: { listing: WholeJson }) {
  const { policy } = listing;
  const [upstream, setUpstream] = useState(listing.upstream);
  const [seconds, setSeconds] = useState(String(policy.timeoutMs / 1000));
  const [charge4xx, setCharge4xx] = useState(policy.charge4xx);
  const [holdSchema, setHoldSchema] = useState(policy.holdSchema);
  const save = useListing(listing.id, "PATCH");
  const timeoutMs = Math.round(Number(seconds) * 1000);
  return (
    <form
      noValidate
      className="grid max-w-160 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ policy: { timeoutMs, charge4xx, holdSchema }, ...(upstream === listing.upstream ? {} : { upstream }) });
      }}
    >
      <Field
        label="Address of your server"
        help={listing.hasSecret ? "To another host its key does not go along: leave it again." : null}
        error={save.faults.upstream}
      >
        {(control) => <Input {...control} mono value={upstream} maxLength={2_048} onChange={(event) => setUpstream(event.target.value)} />}
      </Field>
      <Field
        label="Seconds that an answer may take"
        help="From 1 to 60. Later it is no answer, and not charged."
        error={save.faults["policy.timeoutMs"]}
        className="max-w-60"
      >
        {(control) => <Input {...control} mono inputMode="decimal" value={seconds} onChange={(event) => setSeconds(event.target.value)} />}
      </Field>
      <Checkbox checked={charge4xx} onChange={setCharge4xx}>
        Charge for refusals of your server (400 to 499) too. Buyers are told before they pay.
      </Checkbox>
      <Checkbox checked={holdSchema} onChange={setHoldSchema}>
        An answer that breaks your own description is no answer, and not charged.
      </Checkbox>
      <Saved save={save} fields={["upstream", "policy.timeoutMs"]} />
    </form>
  );
}
