import "server-only";
import { generateSiweNonce } from "viem/siwe";
import { db } from "@/db/client";
import { storeNonce } from "@/db/queries/signInNonces";
import { SIGN_IN_MINUTES } from "@/lib/auth/signInMessage";
import { env } from "@/lib/env";
import { fieldFault } from "../fieldFault";
import { requireChangeable } from "../requireSeller";
import { payToMessage } from "./payToMessage";
import { readPayTo } from "./readPayTo";

/** The text that the seller's wallet has to sign for this change, good once and for a few minutes. */
export async function preparePayTo(wallet: string, origin: string, payTo: string) {
  const { handle, payTo: was } = await requireChangeable(wallet);
  const becomes = readPayTo(payTo);
  if (becomes === was) throw fieldFault("payTo", "same_address", "Sales are paid to this address already.");
  const now = new Date();
  const nonce = generateSiweNonce();
  const expiresAt = new Date(now.getTime() + SIGN_IN_MINUTES * 60_000);
  await storeNonce(db(), nonce, expiresAt, now);
  const message = payToMessage({ origin, network: env().network, handle, wallet, was, becomes, nonce });
  return { nonce, message, payTo: becomes, expiresAt: expiresAt.toISOString() };
}
