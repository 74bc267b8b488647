"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { failureWords, sendJson } from "@/components/refunds/sendJson";
import { useAccountSigner } from "@/components/refunds/useAccountSigner";
import { Button } from "@/components/ui/Button";
import { withdrawalText } from "@/lib/disputes/proofText";

/** For the payer alone, whose wallet is connected: takes the dispute back. */
export function WithdrawButton({ paymentId, payer }: { paymentId: string; payer: string }) {
  const router = useRouter();
  const { connected, signer } = useAccountSigner(payer);
  const withdraw = useMutation({
    mutationFn: async () => {
      const signature = await (await signer()).text(withdrawalText(paymentId));
      return sendJson(`/api/payments/${paymentId}/dispute`, { signature }, "DELETE");
    },
    onSuccess: () => router.refresh(),
  });
  if (!connected) return null;
  return (
    <div className="mt-3">
      <Button size="sm" busy={withdraw.isPending} onClick={() => withdraw.mutate()}>
        Withdraw it
      </Button>
      <p aria-live="polite" className="mt-1 text-2 text-failed">
        {withdraw.isError ? failureWords(withdraw.error) : null}
      </p>
    </div>
  );
}
