"use client";

import { useState } from "react";
import { useConnection } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Hash } from "@/components/ui/Hash";
import { Input } from "@/components/ui/Input";
import { ConnectMenu } from "@/components/wallet/ConnectMenu";
import { Refused } from "./askMarket";
import { RefusedNote } from "./RefusedNote";
import { useChangePayTo } from "./useChangePayTo";

/** Another address for the money: named by the seller, signed by its wallet. */
export function PayToForm({ wallet }: { wallet: string }) {
  const { address } = useConnection();
  const [payTo, setPayTo] = useState("");
  const change = useChangePayTo(() => setPayTo(""));
  const fault = change.error instanceof Refused ? change.error.fields.payTo : undefined;
  const ready = address?.toLowerCase() === wallet;
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && payTo.trim() && !change.isPending) change.mutate(payTo);
      }}
    >
      <Field
        label="New address"
        side="on the same network"
        help="Your wallet signs a text that names both addresses. It costs nothing, and everybody can read it."
        error={fault}
      >
        {(control) => (
          <Input
            {...control}
            mono
            value={payTo}
            placeholder="0x…"
            maxLength={80}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => {
              setPayTo(event.target.value);
              if (change.error) change.reset();
            }}
          />
        )}
      </Field>
      {ready ? (
        <div>
          <Button type="submit" variant="ink" busy={change.isPending} disabled={!payTo.trim()}>
            {change.isPending ? "Waiting for your signature" : "Sign the change"}
          </Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-3 text-2 text-ink-2">
          {address ? null : <ConnectMenu />}
          <span>
            {address ? "Another wallet is connected. Switch to" : "Connect"} <Hash value={wallet} copy={false} />, which you signed in with.
          </span>
        </div>
      )}
      <RefusedNote error={change.error} fields={["payTo"]} />
    </form>
  );
}
