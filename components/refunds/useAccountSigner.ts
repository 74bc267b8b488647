"use client";

import type { Hex } from "viem";
import { useConnection, useSignMessage, useSignTypedData } from "wagmi";
import { fetchJson } from "@/components/wallet/fetchJson";
import { useMarket } from "@/components/wallet/MarketContext";

/** EIP-712 typed data as the market's routes give it. */
export type TypedData = { domain: object; types: object; primaryType: string; message: Record<string, string> };

type Signer = { typed: (data: TypedData) => Promise<Hex>; text: (message: string) => Promise<Hex> };

/** Signs for one account: with the connected wallet if it is that one; on the local chain with the key of the test seller, which everybody knows. */
export function useAccountSigner(account: string) {
  const { address } = useConnection();
  const { local } = useMarket();
  const { mutateAsync: signTyped } = useSignTypedData();
  const { mutateAsync: signText } = useSignMessage();
  const connected = address?.toLowerCase() === account.toLowerCase();
  const signer = async (): Promise<Signer> => {
    if (connected) return { typed: (data) => signTyped(data as never), text: (message) => signText({ message }) };
    const test = local ? await testSellerOf(account) : null;
    if (test) return test;
    throw new Error(`Connect the wallet ${account}, which has to sign this.`);
  };
  return { connected, signer };
}

async function testSellerOf(account: string): Promise<Signer | null> {
  const { address, privateKey } = await fetchJson<{ address: string; privateKey: Hex }>("/api/devnet/seller", { method: "POST" });
  if (address.toLowerCase() !== account.toLowerCase()) return null;
  const { privateKeyToAccount } = await import("viem/accounts");
  const wallet = privateKeyToAccount(privateKey);
  return { typed: (data) => wallet.signTypedData(data as never), text: (message) => wallet.signMessage({ message }) };
}
