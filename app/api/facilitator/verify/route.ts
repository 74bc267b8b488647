import { CoinslotError } from "@/lib/errors";
import { admitCaller } from "@/lib/facilitator/caller";
import { checkPayment } from "@/lib/facilitator/check";
import { readFacilitatorRequest } from "@/lib/facilitator/read";
import { errorAnswer, jsonAnswer, toResponse } from "@/lib/http";

/** `POST /api/facilitator/verify {x402Version, paymentPayload, paymentRequirements}` → `{isValid, invalidReason?, payer?}`. */
export async function POST(request: Request): Promise<Response> {
  try {
    return toResponse(jsonAnswer(200, await answer(request)));
  } catch (error) {
    const invalidReason = CoinslotError.is(error) ? error.code : "unexpected_verify_error";
    return toResponse(errorAnswer(error, { isValid: false, invalidReason }));
  }
}

async function answer(request: Request): Promise<Record<string, unknown>> {
  admitCaller(request);
  const read = await readFacilitatorRequest(request);
  if (!read.ok) return { isValid: false, invalidReason: read.reason, ...(read.payer ? { payer: read.payer } : {}) };
  const payer = read.payment.authorization.from;
  const checked = await checkPayment(read);
  return checked.ok ? { isValid: true, payer } : { isValid: false, invalidReason: checked.reason, payer };
}
