import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { admitCaller } from "@/lib/facilitator/caller";
import { readFacilitatorRequest } from "@/lib/facilitator/read";
import { settlePayment } from "@/lib/facilitator/settle";
import { errorAnswer, jsonAnswer, toResponse } from "@/lib/http";

/** `POST /api/facilitator/settle`, same body as verify → `{success, errorReason?, payer?, transaction, network, amount?}`. */
export async function POST(request: Request): Promise<Response> {
  try {
    return toResponse(jsonAnswer(200, await answer(request)));
  } catch (error) {
    // A receipt all the same, so that clients read a refusal and not a riddle.
    const errorReason = CoinslotError.is(error) ? error.code : "unexpected_settle_error";
    return toResponse(errorAnswer(error, { success: false, errorReason, transaction: "", network: env().network }));
  }
}

async function answer(request: Request): Promise<Record<string, unknown>> {
  const caller = admitCaller(request);
  const read = await readFacilitatorRequest(request);
  const { network } = env();
  // The network goes by the name that the version of the request gives it.
  const named = (x402Version: 1 | 2) => (x402Version === 1 ? paymentNetwork(network).v1Name : network);
  if (!read.ok) {
    const { reason, payer, x402Version } = read;
    return { success: false, errorReason: reason, ...(payer ? { payer } : {}), transaction: "", network: named(x402Version) };
  }
  const { authorization, x402Version } = read.payment;
  const receipt = await settlePayment(read, caller);
  const amount = x402Version === 2 && receipt.success ? { amount: read.requirements.amount } : {};
  return { transaction: "", ...receipt, network: named(x402Version), payer: authorization.from, ...amount };
}
