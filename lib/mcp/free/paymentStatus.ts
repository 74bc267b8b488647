import "server-only";
import { z } from "zod";
import { db } from "@/db/client";
import { findPayment, findPaymentByNonce, type PublicPayment } from "@/db/queries/payments";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { isPayer, paidAnswer } from "@/lib/payments/payersAnswer";
import { publicRefunds } from "@/lib/refunds/publicRefunds";
import { answered } from "../results";
import { freeTool } from "./freeTool";

const input = z.object({
  payment: z.string().max(40).optional().describe("The payment's id, pay_…"),
  payer: z
    .string()
    .regex(/^0x[0-9a-fA-F]{40}$/)
    .optional()
    .describe("Instead of the id: the address that signed, together with nonce."),
  nonce: z
    .string()
    .regex(/^0x[0-9a-fA-F]{64}$/)
    .optional()
    .describe("The nonce of the authorization."),
  proof: z
    .string()
    .max(10_000)
    .optional()
    .describe(
      'Only the payer is given the kept answer. "<unix seconds>.<signature>" of the text "Show me the answer of <payment id>. Good until <unix seconds>." (personal_sign), at most 10 minutes ahead.',
    ),
});

/** What `GET /api/payments/<id>` tells: everybody the public facts, its payer the kept answer too. */
export const paymentStatus = freeTool({
  name: "payment_status",
  title: "Payment status",
  description:
    "What became of a payment: settled, not charged (released), failed, or still open. Free. The way to go on after an unknown outcome, instead of paying again.",
  input,
  output: z.looseObject({ id: z.string(), state: z.string() }),
  run: async (given) => {
    const payment = await findOne(given);
    if (!payment) throw new CoinslotError("not_found", "There is no such payment.");
    const told = { ...payment, ...(await publicRefunds(payment)) };
    const mayRead = given.proof !== undefined && (await isPayer(asRequest(given.proof), payment));
    return answered(mayRead ? { ...told, answer: await paidAnswer(payment) } : told);
  },
});

function findOne({ payment, payer, nonce }: z.output<typeof input>): Promise<PublicPayment | null> {
  if (payment !== undefined) return ledger(() => findPayment(db(), payment));
  if (payer !== undefined && nonce !== undefined) return ledger(() => findPaymentByNonce(db(), payer, nonce));
  throw new CoinslotError("invalid_input", "Ask with payment (its id), or with payer and nonce.");
}

/** The proof as the one door over HTTP takes it. */
function asRequest(proof: string): Request {
  const [word] = proof.match(/^Payer /) ?? [];
  if (!/^[\x20-\x7e]+$/.test(proof)) throw new CoinslotError("unauthorized", "This is no proof that you are the payer.");
  return new Request("http://payer.invalid", { headers: { authorization: word ? proof : `Payer ${proof}` } });
}
