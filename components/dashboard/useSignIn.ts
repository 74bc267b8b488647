"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { toast } from "sonner";
import type { Address, Hex } from "viem";
import { fetchJson } from "@/components/wallet/fetchJson";
import { useMarket } from "@/components/wallet/MarketContext";
import { signInMessage } from "@/lib/auth/signInMessage";

export type Signer = { address: Address; sign: (message: string) => Promise<Hex> };

const post = <T>(path: string, body?: unknown) =>
  fetchJson<T>(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });

/** Nonce, message, signature, session; then the page is asked for again, signed in. */
export function useSignIn() {
  const router = useRouter();
  const { chainId } = useMarket();
  return useMutation({
    mutationFn: async (getSigner: () => Promise<Signer>) => {
      const { address, sign } = await getSigner();
      const { nonce } = await post<{ nonce: string }>("/api/auth/nonce");
      const message = signInMessage({ address, nonce, chainId, origin: window.location.origin });
      const signature = await sign(message);
      await post("/api/auth/sign-in", { message, signature });
    },
    onSuccess: () => router.refresh(),
    onError: (error) => {
      const declined = /reject|denied|declin/i.test(error.message);
      toast(declined ? "Not signed in: you declined" : "You are not signed in", {
        description: declined ? "Nothing was sent and nothing was charged." : error.message.split("\n")[0],
      });
    },
  });
}

/** The seller of the local chain: a key that everybody knows, handed out by the market itself. */
export async function testSeller(): Promise<Signer> {
  const { privateKey } = await post<{ privateKey: Hex }>("/api/devnet/seller");
  const { privateKeyToAccount } = await import("viem/accounts");
  const account = privateKeyToAccount(privateKey);
  return { address: account.address, sign: (message) => account.signMessage({ message }) };
}

export const signOut = () => post("/api/auth/sign-out");
