"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { failureWords, sendJson } from "@/components/refunds/sendJson";
import { Button } from "@/components/ui/Button";
import { Field } from "@/components/ui/Field";
import { TextArea } from "@/components/ui/TextArea";
import { MOST_DISPUTE_WORDS } from "@/lib/disputes/reasons";

/** The seller's turn: why the money does not go back. To give it back there is the refund beside it. */
export function AnswerPanel({ disputeId }: { disputeId: string }) {
  const router = useRouter();
  const [words, setWords] = useState("");
  const decline = useMutation({
    mutationFn: () => sendJson(`/api/seller/disputes/${disputeId}/answer`, { words }),
    onSuccess: () => router.refresh(),
  });
  const empty = words.trim() === "";
  return (
    <form
      className="mt-4 grid max-w-measure gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && !decline.isPending) decline.mutate();
      }}
    >
      <Field label="Or say why you decline" side="everybody reads it">
        {(control) => <TextArea {...control} maxLength={MOST_DISPUTE_WORDS} value={words} onChange={(e) => setWords(e.target.value)} />}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" busy={decline.isPending} disabled={empty}>
          Decline
        </Button>
        <a href="#refund" className="link text-2">
          Give the money back instead
        </a>
      </div>
      <p aria-live="polite" className="min-h-5 text-2 text-failed">
        {decline.isError ? failureWords(decline.error) : null}
      </p>
    </form>
  );
}
