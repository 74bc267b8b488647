"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Input } from "@/components/ui/Input";
import { Panel } from "@/components/ui/Panel";
import { Select } from "@/components/ui/Select";
import { formatUsd, formatUsdc, parseUsdc } from "@/lib/money";
import { MOST_REFUND_WORDS, REFUND_REASONS } from "@/lib/refunds/reasons";
import { SignWith } from "./SignWith";
import { failureWords, sendJson } from "./sendJson";
import { type TypedData, useAccountSigner } from "./useAccountSigner";

type Props = {
  paymentId: string;
  /** The signed-in wallet: it pays, and has to sign. */
  account: string;
  /** What can still be given back, atomic. */
  left: string;
  testSeller: boolean;
};

type Reserved = { refund: { id: string }; typedData: TypedData };
type Settled = { refund: { state: string; amount: string } };

const REASONS = Object.entries(REFUND_REASONS).map(([value, label]) => ({ value, label }));

/** Gives a payment back, or part of it: one signature, no gas. */
export function RefundPanel({ paymentId, account, left, testSeller }: Props) {
  const router = useRouter();
  const { connected, signer } = useAccountSigner(account);
  const [text, setText] = useState(formatUsdc(BigInt(left)));
  const [reason, setReason] = useState(REASONS[0]?.value ?? "");
  const [words, setWords] = useState("");
  const amount = readAmount(text);
  const fault = amountFault(amount, BigInt(left));
  const refund = useMutation({
    mutationFn: async () => {
      const { typed } = await signer();
      const { refund: reserved, typedData } = await sendJson<Reserved>(`/api/seller/payments/${paymentId}/refunds`, {
        amount: String(amount),
        reason,
        words,
      });
      const signature = await typed(typedData);
      return sendJson<Settled>(`/api/seller/refunds/${reserved.id}/signature`, { signature });
    },
    onSuccess: () => router.refresh(),
  });
  const canSign = connected || testSeller;
  return (
    <Panel className="p-5">
      <h2 id="refund" className="text-3 font-strong">
        Refund
      </h2>
      <p className="mt-1 text-2 text-ink-2">Sends USDC from your wallet back to the payer, and links both transactions on the receipt.</p>
      <form
        className="mt-4 grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (!fault && canSign && !refund.isPending) refund.mutate();
        }}
      >
        <Field label="Amount in USDC" side={<>of {formatUsd(BigInt(left))}</>} error={fault}>
          {(control) => (
            <Input {...control} mono inputMode="decimal" autoComplete="off" value={text} onChange={(e) => setText(e.target.value)} />
          )}
        </Field>
        <Field label="Reason" side="the payer sees it">
          {(control) => <Select {...control} options={REASONS} value={reason} onChange={setReason} />}
        </Field>
        <Field label="In your words" side="optional">
          {(control) => <Input {...control} maxLength={MOST_REFUND_WORDS} value={words} onChange={(e) => setWords(e.target.value)} />}
        </Field>
        {canSign ? (
          <Button variant="pay" type="submit" className="h-10 w-full" busy={refund.isPending} disabled={fault !== null}>
            {refund.isPending ? "Refunding" : `Refund ${amount === null ? "" : formatUsd(amount)}`}
          </Button>
        ) : (
          <SignWith account={account} />
        )}
      </form>
      <div aria-live="polite" className="mt-3 text-2 text-ink-3">
        {refund.isError ? (
          <span className="text-failed">{failureWords(refund.error)}</span>
        ) : (
          (outcome(refund.data) ?? "The market pays the gas. It can't be undone.")
        )}
      </div>
    </Panel>
  );
}

function outcome(data: Settled | undefined): string | null {
  if (!data) return null;
  const { state, amount } = data.refund;
  if (state === "settled") return `${formatUsd(BigInt(amount))} went back.`;
  if (state === "failed") return "The chain refused it, and no money moved.";
  return "Signed. The chain has not told yet; this page follows it.";
}

function readAmount(text: string): bigint | null {
  try {
    return parseUsdc(text.trim().replace(",", "."));
  } catch {
    return null;
  }
}

function amountFault(amount: bigint | null, left: bigint): string | null {
  if (amount === null) return "An amount of USDC, with 6 decimals at the most.";
  if (amount === 0n) return "More than nothing.";
  return amount > left ? `There is ${formatUsd(left)} left to give back.` : null;
}
