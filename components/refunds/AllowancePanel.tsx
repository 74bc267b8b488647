"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Note } from "@/components/ui/Note";
import { Panel } from "@/components/ui/Panel";
import { formatUsd, formatUsdc, parseUsdc } from "@/lib/money";
import { AllowanceFacts, type AllowanceShown } from "./AllowanceFacts";
import { SignWith } from "./SignWith";
import { failureWords, sendJson } from "./sendJson";
import { type TypedData, useAccountSigner } from "./useAccountSigner";

type Props = { account: string; allowance: AllowanceShown; testSeller: boolean };

const PATH = "/api/seller/allowance";

/** Lets the market give back by itself, up to an amount; or takes that back. One signature, no gas. */
export function AllowancePanel({ account, allowance, testSeller }: Props) {
  const router = useRouter();
  const { connected, signer } = useAccountSigner(account);
  const [text, setText] = useState(formatUsdc(BigInt(allowance.suggested)));
  const [below, setBelow] = useState(allowance.warnBelow ? formatUsdc(BigInt(allowance.warnBelow)) : "");
  const [amount, warnBelow] = [read(text), below.trim() ? read(below) : 0n];
  const grant = useMutation({
    mutationFn: async (wanted: bigint) => {
      const { typed } = await signer();
      const { typedData } = await (wanted === 0n
        ? sendJson<{ typedData: TypedData }>(PATH, undefined, "DELETE")
        : sendJson<{ typedData: TypedData }>(PATH, { amount: String(wanted) }));
      const signature = await typed(typedData);
      const { value, nonce, deadline } = typedData.message;
      await sendJson(`${PATH}/signature`, {
        amount: value,
        nonce,
        deadline,
        signature,
        warnBelow: wanted > 0n && warnBelow ? String(warnBelow) : null,
      });
      return wanted;
    },
    onSuccess: () => router.refresh(),
  });
  const fault = amount === null || amount === 0n ? "An amount of USDC above zero, with 6 decimals at the most." : null;
  const canSign = connected || testSeller;
  return (
    <Panel className="p-5">
      <h2 className="text-3 font-strong">Automatic refunds</h2>
      <p className="mt-1 max-w-measure text-2 text-ink-2">
        When an answer breaks off after it was paid for, or you lose a dispute, the market can give the money back for you, within a minute.
        It may move up to the amount that you sign here, from your wallet to payers of yours, and nothing else.
      </p>
      {allowance.spender === null ? (
        <Note className="mt-4">This market has no account for automatic refunds. Give money back from a payment's page.</Note>
      ) : (
        <>
          <AllowanceFacts allowance={allowance} />
          <form
            className="mt-5 grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
            onSubmit={(event) => {
              event.preventDefault();
              if (!fault && amount && warnBelow !== null && canSign && !grant.isPending) grant.mutate(amount);
            }}
          >
            <Field label="Allow up to" side="USDC" error={fault}>
              {(control) => (
                <Input {...control} mono inputMode="decimal" autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} />
              )}
            </Field>
            <Field label="Tell me below" side="optional" error={warnBelow === null ? "An amount of USDC." : null}>
              {(control) => (
                <Input {...control} mono inputMode="decimal" autoComplete="off" value={below} onChange={(e) => setBelow(e.target.value)} />
              )}
            </Field>
            <div className="flex gap-2 md:pt-6.5">
              {canSign ? (
                <Button variant="ink" type="submit" className="h-10" busy={grant.isPending} disabled={fault !== null || warnBelow === null}>
                  {allowance.active ? "Change" : "Allow"}
                </Button>
              ) : null}
              {canSign && allowance.active ? (
                <Button className="h-10" disabled={grant.isPending} onClick={() => grant.mutate(0n)}>
                  Revoke
                </Button>
              ) : null}
            </div>
          </form>
          {canSign ? null : <SignWith account={account} />}
          <div aria-live="polite" className="mt-3 min-h-5 text-2 text-ink-3">
            {grant.isError ? <span className="text-failed">{failureWords(grant.error)}</span> : sent(grant.data)}
          </div>
        </>
      )}
    </Panel>
  );
}

function sent(wanted: bigint | undefined): string {
  if (wanted === undefined) return "You sign a permit (EIP-2612); the market sends it and pays the gas.";
  return wanted === 0n
    ? "Signed: from now on nothing is given back by itself."
    : `Signed. ${formatUsd(wanted)} counts as soon as it is on the chain.`;
}

function read(text: string): bigint | null {
  try {
    return parseUsdc(text.trim().replace(",", "."));
  } catch {
    return null;
  }
}
