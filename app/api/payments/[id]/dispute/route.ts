import { connection } from "@/db/client";
import { disputeOfPayment } from "@/db/queries/disputes";
import { CORS_HEADERS, preflight } from "@/lib/cors";
import { complain, complaintBody, withdraw, withdrawalBody } from "@/lib/disputes/complain";
import { tellPublicDispute } from "@/lib/disputes/tellDispute";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";
import { ledger } from "@/lib/payments/ledger";
import { readId } from "@/lib/refunds/ids";
import { readJson } from "@/lib/refunds/readJson";

type Context = { params: Promise<{ id: string }> };
const idOf = async ({ params }: Context) => readId((await params).id);

/** `GET /api/payments/<id>/dispute`: how the dispute of this payment stands; 404 while there is none. */
export async function GET(_: Request, context: Context): Promise<Response> {
  return respond(async () => {
    const id = await idOf(context);
    const dispute = await ledger(() => disputeOfPayment(connection().sql, id));
    if (!dispute) throw new CoinslotError("not_found", "This payment was not disputed.");
    return { dispute: tellPublicDispute(dispute) };
  }, CORS_HEADERS);
}

/**
 * `POST /api/payments/<id>/dispute {reason, words?, signature?}`: opened by the payer within 7 days, once. `signature`: the
 * paying wallet's (EIP-191) of "I dispute <id>.\nReason: <reason>\nWords: sha256 <hash of words>"; without one, whoever is
 * signed in with that wallet.
 */
export async function POST(request: Request, context: Context): Promise<Response> {
  return respond(async () => {
    const body = await readJson(request, complaintBody);
    return { dispute: tellPublicDispute(await complain(request, await idOf(context), body)) };
  }, CORS_HEADERS);
}

/** `DELETE … {signature?}`: the payer takes it back; what is signed is "I withdraw my dispute of <id>." */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  return respond(async () => {
    const { signature } = await readJson(request, withdrawalBody);
    return { dispute: tellPublicDispute(await withdraw(request, await idOf(context), signature)) };
  }, CORS_HEADERS);
}

export const OPTIONS = preflight;
