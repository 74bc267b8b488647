"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Hash } from "@/components/ui/Hash";
import { Input } from "@/components/ui/Input";
import { Panel } from "@/components/ui/Panel";
import { askMarket, Refused } from "./askMarket";
import { HandleField } from "./HandleField";
import { RefusedNote } from "./RefusedNote";
import { useHandleCheck } from "./useHandleCheck";

const FIELDS = ["handle", "name", "site"] as const;

/** The first step of somebody who wants to sell: a handle, a name, and where the money goes. */
export function NewSeller({ wallet }: { wallet: string }) {
  const router = useRouter();
  const [given, setGiven] = useState({ handle: "", name: "", site: "" });
  const check = useHandleCheck(given.handle);
  const join = useMutation({
    mutationFn: () => askMarket("/api/seller", "POST", given),
    onSuccess: () => router.refresh(),
  });
  const faults = join.error instanceof Refused ? join.error.fields : {};
  const set = (field: (typeof FIELDS)[number]) => (value: string) => {
    setGiven((was) => ({ ...was, [field]: value }));
    if (join.error) join.reset();
  };
  return (
    <Panel className="mt-6 max-w-160 p-5 md:p-6">
      <form
        noValidate
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          if (!join.isPending) join.mutate();
        }}
      >
        <HandleField value={given.handle} onChange={set("handle")} check={check} error={faults.handle} />
        <Field label="Name" side="what buyers see" help="You can change it later; the change stays public." error={faults.name}>
          {(control) => (
            <Input
              {...control}
              value={given.name}
              maxLength={120}
              placeholder="Kestrel Labs"
              onChange={(e) => set("name")(e.target.value)}
            />
          )}
        </Field>
        <Field label="Site" side="optional" help="Begins with https://." error={faults.site}>
          {(control) => (
            <Input
              {...control}
              type="url"
              value={given.site}
              maxLength={300}
              placeholder="https://kestrel.example"
              onChange={(e) => set("site")(e.target.value)}
            />
          )}
        </Field>
        <p className="text-2 text-ink-2">
          Sales are paid to <Hash value={wallet} />, the wallet that you signed in with. You can name another address afterwards.
        </p>
        <div>
          <Button type="submit" variant="ink" busy={join.isPending} disabled={check.state === "taken"}>
            Take this handle
          </Button>
          <RefusedNote error={join.error} fields={FIELDS} />
        </div>
      </form>
    </Panel>
  );
}
