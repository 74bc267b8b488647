"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { askMarket, Refused } from "./askMarket";
import { HostProofRow } from "./HostProofRow";
import type { Proof } from "./proof";
import { RefusedNote } from "./RefusedNote";

/** The hosts that a seller sells from, and how their proofs stand. */
export function HostProofs({ proofs }: { proofs: readonly Proof[] }) {
  const router = useRouter();
  const [host, setHost] = useState("");
  const [newest, setNewest] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () => askMarket<{ proof: Proof }>("/api/seller/proofs", "POST", { host }),
    onSuccess: ({ proof }) => {
      setNewest(proof.host);
      setHost("");
      router.refresh();
    },
  });
  const fault = add.error instanceof Refused ? add.error.fields.host : undefined;
  return (
    <>
      {proofs.length > 0 ? (
        <ul className="mb-6 border-t border-line-strong">
          {proofs.map((proof) => (
            <HostProofRow key={proof.host} proof={proof} startsOpen={proof.host === newest || !proof.proven} />
          ))}
        </ul>
      ) : null}
      <form
        noValidate
        className="max-w-120"
        onSubmit={(event) => {
          event.preventDefault();
          if (host.trim() && !add.isPending) add.mutate();
        }}
      >
        <Field label="Add a host" help="Where your API answers, such as api.kestrel.example." error={fault}>
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                mono
                value={host}
                maxLength={300}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                placeholder="api.kestrel.example"
                onChange={(event) => {
                  setHost(event.target.value);
                  if (add.error) add.reset();
                }}
              />
              <Button type="submit" variant="line" className="h-10" busy={add.isPending} disabled={!host.trim()}>
                Add
              </Button>
            </div>
          )}
        </Field>
        <RefusedNote error={add.error} fields={["host"]} />
      </form>
    </>
  );
}
