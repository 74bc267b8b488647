import { checkPayment } from "@/lib/facilitator/check";
import { readFacilitatorRequest } from "@/lib/facilitator/read";
import { respond } from "@/lib/http";

/** `POST /api/facilitator/verify {x402Version, paymentPayload, paymentRequirements}` → `{isValid, invalidReason?, payer?}`. */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const read = await readFacilitatorRequest(request);
    if (!read.ok) return { isValid: false, invalidReason: read.reason };
    const payer = read.payment.authorization.from;
    const checked = await checkPayment(read);
    return checked.ok ? { isValid: true, payer } : { isValid: false, invalidReason: checked.reason, payer };
  });
}
