"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useSignMessage } from "wagmi";
import { askMarket, Refused } from "./askMarket";

type Prepared = { nonce: string; message: string; payTo: string };

/** Text, signature, change: the wallet shows the very text that the public history will hold. */
export function useChangePayTo(onDone: () => void) {
  const router = useRouter();
  const { mutateAsync: sign } = useSignMessage();
  return useMutation({
    mutationFn: async (payTo: string) => {
      const { nonce, message, payTo: becomes } = await askMarket<Prepared>("/api/seller/payto/nonce", "POST", { payTo });
      const signature = await sign({ message }).catch((error: Error) => {
        const declined = /reject|denied|declin/i.test(error.message);
        throw new Refused(declined ? "You declined. Sales are paid to the same address as before." : (error.message.split("\n")[0] ?? ""));
      });
      await askMarket("/api/seller/payto", "POST", { payTo: becomes, nonce, signature });
    },
    onSuccess: () => {
      toast("Sales are paid to the new address from now on");
      onDone();
      router.refresh();
    },
  });
}
