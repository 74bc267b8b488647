import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { readFacilitatorRequest } from "@/lib/facilitator/read";
import { settlePayment } from "@/lib/facilitator/settle";
import { respond } from "@/lib/http";

/** `POST /api/facilitator/settle`, same body as verify → `{success, errorReason?, payer?, transaction, network}`. */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const read = await readFacilitatorRequest(request);
    const { network } = env();
    if (!read.ok) return { success: false, errorReason: read.reason, transaction: "", network };
    const { authorization, x402Version } = read.payment;
    const receipt = await settlePayment(read);
    const named = x402Version === 1 ? paymentNetwork(network).v1Name : network;
    return {
      transaction: "",
      ...receipt,
      network: named,
      payer: authorization.from,
      ...(x402Version === 2 ? { amount: read.requirements.amount } : {}),
    };
  });
}
