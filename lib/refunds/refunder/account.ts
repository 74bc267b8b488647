import "server-only";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { env } from "@/lib/env";

export type RefunderAccount = { address: Address; privateKey: Hex };

let known: RefunderAccount | undefined;

/** The account that sellers allow to give back for them, used for nothing else; null where this market has none. */
export function refunderAccount(): RefunderAccount | null {
  const { refunderPrivateKey: privateKey } = env();
  if (!privateKey) return null;
  known ??= { address: privateKeyToAccount(privateKey).address, privateKey };
  return known;
}
