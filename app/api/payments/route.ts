import { db } from "@/db/client";
import { findPaymentByNonce } from "@/db/queries/payments";
import { CORS_HEADERS } from "@/lib/cors";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";
import { ledger } from "@/lib/payments/ledger";

/** `GET /api/payments?payer=0x…&nonce=0x…`: a payment by what was signed, while its answer is still on the way. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const query = new URL(request.url).searchParams;
    const payer = query.get("payer") ?? "";
    const nonce = query.get("nonce") ?? "";
    if (!/^0x[0-9a-fA-F]{40}$/.test(payer) || !/^0x[0-9a-fA-F]{64}$/.test(nonce)) {
      throw new CoinslotError("invalid_input", "Ask with payer (an address) and nonce (32 bytes), both in hexadecimal.");
    }
    const payment = await ledger(() => findPaymentByNonce(db(), payer, nonce));
    if (!payment) throw new CoinslotError("not_found", "No payment was made with this authorization.");
    return payment;
  }, CORS_HEADERS);
}
