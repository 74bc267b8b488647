import { connection, db } from "@/db/client";
import { findPayment } from "@/db/queries/payments";
import { findUsage } from "@/db/queries/usages";
import { CORS_HEADERS, preflight } from "@/lib/cors";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";
import { ledger } from "@/lib/payments/ledger";
import { isPayer, paidAnswer } from "@/lib/payments/payersAnswer";
import { publicRefunds } from "@/lib/refunds/publicRefunds";

/**
 * `GET /api/payments/<id>`: the public receipt as JSON. No request data, no signature. `usage`
 * where the price was made for the request or the answer flowed: atomic `quoted` and `used`, and how it went out. `refunds`: what was given
 * back of it, `[{amount, state, transaction, reason, at}]`; a refund's own row has `refundOf`. Its payer, proven by `Authorization:
 * Payer …` or signed in, finds the kept `answer` in it, too.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return respond(async () => {
    const { id } = await params;
    const payment = await ledger(() => findPayment(db(), id.slice(0, 40)));
    if (!payment) throw new CoinslotError("not_found", "There is no payment with this id.");
    const usage = await ledger(() => findUsage(connection().sql, payment.id));
    const told = { ...payment, ...(usage ? { usage } : {}), ...(await publicRefunds(payment)) };
    return (await isPayer(request, payment)) ? { ...told, answer: await paidAnswer(payment) } : told;
  }, CORS_HEADERS);
}

/** A page of another site may show its user's answer: the proof goes in a header that browsers ask about first. */
export const OPTIONS = preflight;
