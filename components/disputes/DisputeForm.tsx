"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SignWith } from "@/components/refunds/SignWith";
import { failureWords, sendJson } from "@/components/refunds/sendJson";
import { useAccountSigner } from "@/components/refunds/useAccountSigner";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { Select } from "@/components/ui/Select";
import { TextArea } from "@/components/ui/TextArea";
import { disputeText } from "@/lib/disputes/proofText";
import { ANSWER_DAYS, DISPUTE_REASONS, MOST_DISPUTE_WORDS } from "@/lib/disputes/reasons";
import { sha256Hex } from "./sha256Hex";

const REASONS = Object.entries(DISPUTE_REASONS).map(([value, label]) => ({ value, label }));

/** The payer says what is wrong, and signs it with the wallet that paid. */
export function DisputeForm({ paymentId, payer }: { paymentId: string; payer: string }) {
  const router = useRouter();
  const { connected, signer } = useAccountSigner(payer);
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState(REASONS[0]?.value ?? "");
  const [words, setWords] = useState("");
  const dispute = useMutation({
    mutationFn: async () => {
      const { text } = await signer();
      const wordsHash = await sha256Hex(new TextEncoder().encode(words));
      const signature = await text(disputeText({ payment: paymentId, reason, wordsHash }));
      return sendJson(`/api/payments/${paymentId}/dispute`, { reason, words, signature });
    },
    onSuccess: () => router.refresh(),
  });
  if (!open) return <Button onClick={() => setOpen(true)}>Something wrong with the answer?</Button>;
  return (
    <form
      className="grid max-w-measure gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (connected && !dispute.isPending) dispute.mutate();
      }}
    >
      <p className="text-2 text-ink-2">
        The seller has {ANSWER_DAYS} days to give the money back or to say why not. A payment can be disputed once. The reason is shown
        here; your words go to the seller alone.
      </p>
      <Field label="What is wrong">{(control) => <Select {...control} options={REASONS} value={reason} onChange={setReason} />}</Field>
      <Field label="In your words" side="for the seller">
        {(control) => <TextArea {...control} maxLength={MOST_DISPUTE_WORDS} value={words} onChange={(e) => setWords(e.target.value)} />}
      </Field>
      {connected ? (
        <div className="flex gap-2">
          <Button variant="ink" type="submit" busy={dispute.isPending}>
            {dispute.isPending ? "Waiting for your signature" : "Sign and open a dispute"}
          </Button>
          <Button variant="ghost" onClick={() => setOpen(false)}>
            Not now
          </Button>
        </div>
      ) : (
        <SignWith account={payer} />
      )}
      <p aria-live="polite" className="min-h-5 text-2 text-failed">
        {dispute.isError ? failureWords(dispute.error) : null}
      </p>
    </form>
  );
}
