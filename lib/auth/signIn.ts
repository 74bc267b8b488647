import "server-only";
import type { Address, Hex } from "viem";
import type { Db } from "@/db/client";
import { deleteSession, storeSession } from "@/db/queries/sessions";
import { consumeNonce } from "@/db/queries/signInNonces";
import { CoinslotError } from "../errors";
import { readSignInMessage } from "./readSignInMessage";
import { SESSION_SECONDS } from "./sessionCookie";
import { hashSessionToken, newSessionToken } from "./sessionToken";

export type SignInContext = {
  db: Db;
  /** Origin of this site, as the browser sent it and we accepted it. */
  origin: string;
  chainId: number;
  now: Date;
  /** The session that the browser has already, if any: it ends here. */
  oldToken: string | null;
  verify: (address: Address, message: string, signature: Hex) => Promise<boolean>;
};

export type SignIn = { message: string; signature: Hex };

/** Turns a signed message into a new session. One refusal for every cause: a guesser learns nothing of it. */
export async function signIn(ctx: SignInContext, { message, signature }: SignIn): Promise<{ address: string; token: string }> {
  const claim = readSignInMessage(message, ctx);
  // The nonce goes before the signature is looked at: a message is good for one try, right or wrong.
  if (!claim || !(await consumeNonce(ctx.db, claim.nonce, ctx.now))) throw refused();
  if (!(await ctx.verify(claim.address, message, signature))) throw refused();

  const token = newSessionToken();
  const address = claim.address.toLowerCase();
  const expiresAt = new Date(ctx.now.getTime() + SESSION_SECONDS * 1000);
  if (ctx.oldToken) await deleteSession(ctx.db, hashSessionToken(ctx.oldToken));
  await storeSession(ctx.db, { tokenHash: hashSessionToken(token), address, createdAt: ctx.now, expiresAt });
  return { address, token };
}

function refused(): CoinslotError {
  return new CoinslotError("sign_in_refused", undefined, {
    hint: "Ask for a new nonce and sign again: a message is good once, for 5 minutes, on this site and network only.",
  });
}
