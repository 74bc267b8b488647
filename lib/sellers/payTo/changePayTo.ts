import "server-only";
import type { Address, Hex } from "viem";
import { db } from "@/db/client";
import { updatePayTo } from "@/db/queries/sellers";
import { consumeNonce } from "@/db/queries/signInNonces";
import { verifyWalletSignature } from "@/lib/auth/verifyWalletSignature";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { forgetShelf } from "@/lib/gateway/shelf";
import type { Seller } from "../findSeller";
import { requireChangeable, requireSeller } from "../requireSeller";
import { payToMessage } from "./payToMessage";
import { readPayTo } from "./readPayTo";

export type SignedPayTo = { payTo: string; nonce: string; signature: Hex };

/** Pays sales to another address from now on, by a fresh signature of the seller's wallet. Throws `signature_refused`, `invalid_input`. */
export async function changePayTo(wallet: string, origin: string, { payTo, nonce, signature }: SignedPayTo): Promise<Seller> {
  const seller = await requireChangeable(wallet);
  const becomes = readPayTo(payTo);
  // Written here once more: what counts is the text that this server would have shown.
  const message = payToMessage({ origin, network: env().network, handle: seller.handle, wallet, was: seller.payTo, becomes, nonce });
  // The nonce goes before the signature is looked at: a text is good for one try, right or wrong.
  if (!(await consumeNonce(db(), nonce, new Date()))) throw refused();
  if (!(await verifyWalletSignature(wallet as Address, message, signature))) throw refused();
  if (!(await updatePayTo(db(), wallet, { was: seller.payTo, becomes, message, signature }))) throw refused();
  forgetShelf();
  return requireSeller(wallet);
}

function refused(): CoinslotError {
  return new CoinslotError("signature_refused", "The signature does not fit this change.", {
    hint: "Ask for a new text and sign it with the wallet that you signed in with: it is good once, for 5 minutes.",
  });
}
