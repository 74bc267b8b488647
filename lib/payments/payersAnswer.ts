import "server-only";
import { isUtf8 } from "node:buffer";
import type { Address, Hex } from "viem";
import { connection, db } from "@/db/client";
import { findAnswer } from "@/db/queries/answers";
import type { PublicPayment } from "@/db/queries/payments";
import { findSessionAddress } from "@/db/queries/sessions";
import { readSessionToken } from "@/lib/auth/sessionCookie";
import { hashSessionToken } from "@/lib/auth/sessionToken";
import { verifyWalletSignature } from "@/lib/auth/verifyWalletSignature";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "./ledger";

/** `Authorization: Payer <unix seconds>.<signature>`. */
const PROOF = /^Payer (\d{1,12})\.(0x[0-9a-fA-F]+)$/;

/** The longest that a proof may be good for; whoever overhears it reads the answer until then. */
const LONGEST_SECONDS = 600;

/** What a payer signs (EIP-191, `personal_sign`) to read the kept answer of a payment of theirs. */
export function answerProofText(paymentId: string, until: number): string {
  return `Show me the answer of ${paymentId}. Good until ${until}.`;
}

/** `encoding`: what is no text stands in `body` as base64. */
export type KeptAnswer = { status: number; contentType: string; body: string; encoding?: "base64" };

/** Is whoever asks the payer? By a signature made for this, or signed in with the same wallet. Throws for a proof that isn't one. */
export async function isPayer(request: Request, payment: Pick<PublicPayment, "id" | "payer">): Promise<boolean> {
  const given = request.headers.get("authorization");
  if (given !== null) return provesPayer(given, payment);
  const token = readSessionToken(request.headers.get("cookie"));
  if (!token) return false;
  return (await ledger(() => findSessionAddress(db(), hashSessionToken(token), new Date()))) === payment.payer;
}

async function provesPayer(given: string, { id, payer }: Pick<PublicPayment, "id" | "payer">): Promise<boolean> {
  const [, until, signature] = PROOF.exec(given) ?? [];
  const now = Date.now() / 1000;
  const timely = until !== undefined && Number(until) > now && Number(until) < now + LONGEST_SECONDS;
  const proven =
    timely && signature && (await verifyWalletSignature(payer as Address, answerProofText(id, Number(until)), signature as Hex));
  if (proven) return true;
  throw new CoinslotError("unauthorized", "This is no proof that you are the payer.", {
    hint: `Sign the text "${answerProofText(id, 0).replace(/0\.$/, "<unix seconds>.")}" with the payer's key (personal_sign), at most ${LONGEST_SECONDS / 60} minutes ahead, and send Authorization: Payer <unix seconds>.<signature>.`,
  });
}

/** The answer that was paid for; null while there is none, and once its time is over. */
export async function paidAnswer({ id, state }: Pick<PublicPayment, "id" | "state">): Promise<KeptAnswer | null> {
  if (state !== "settled") return null;
  const kept = await ledger(() => findAnswer(connection().sql, id));
  if (!kept) return null;
  const { status, contentType } = kept;
  const body = Buffer.from(kept.body);
  if (isUtf8(body)) return { status, contentType, body: body.toString("utf8") };
  return { status, contentType, body: body.toString("base64"), encoding: "base64" };
}
