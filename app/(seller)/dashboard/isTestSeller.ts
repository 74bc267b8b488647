import "server-only";
import { privateKeyToAccount } from "viem/accounts";
import { env } from "@/lib/env";

/** The seller of the local chain, whose key everybody knows: pages may sign for it without a wallet. */
export function isTestSeller(account: string): boolean {
  const { local } = env();
  return local !== null && privateKeyToAccount(local.sellerPrivateKey).address.toLowerCase() === account;
}
