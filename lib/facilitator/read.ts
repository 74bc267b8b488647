import "server-only";
import { type Address, getAddress, isAddress } from "viem";
import { findNetwork, paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { readPayment } from "@/lib/payments/decode";
import type { ReasonCode } from "@/lib/payments/reasons";
import type { Payment, Requirements, X402Version } from "@/lib/payments/types";
import { isRecord } from "@/lib/payments/wire";
import { readBody } from "@/lib/readBody";
import { FACILITATOR_LIMITS } from "./limits";

export type FacilitatorRequest = { payment: Payment; requirements: Requirements };
export type ReadFacilitatorRequest =
  | ({ ok: true } & FacilitatorRequest)
  /** The answer is in the version of the request, also when little else of it can be read. */
  | { ok: false; reason: ReasonCode; x402Version: X402Version; payer?: Address };

/** The body of `POST /verify` and `POST /settle`, in either version. x402 v2, "Facilitator interface". */
export async function readFacilitatorRequest(request: Request): Promise<ReadFacilitatorRequest> {
  const text = await readBody(request, FACILITATOR_LIMITS.bodyKib * 1024);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json", undefined, { hint: "Send {x402Version, paymentPayload, paymentRequirements} as JSON." });
  }
  if (!isRecord(body) || !isRecord(body.paymentPayload) || !isRecord(body.paymentRequirements)) {
    throw new CoinslotError("invalid_input", "paymentPayload and paymentRequirements must both be objects.");
  }
  const given = { x402Version: body.x402Version, ...body.paymentPayload };
  const x402Version = Number(given.x402Version) === 1 ? 1 : 2;
  const decoded = readPayment(given, "PAYMENT-SIGNATURE");
  if (decoded.kind === "refused") return { ok: false, reason: decoded.reason, x402Version };
  if (decoded.kind === "malformed") return { ok: false, reason: "invalid_payload", x402Version };
  const { payment } = decoded;
  const requirements = readRequirements(body.paymentRequirements);
  if (typeof requirements !== "string") return { ok: true, payment, requirements };
  return { ok: false, reason: requirements, x402Version, payer: payment.authorization.from };
}

/** Any payee and any amount, on the market's network and in its asset. */
function readRequirements(value: Record<string, unknown>): Requirements | ReasonCode {
  const network = findNetwork(value.network);
  if (network?.network !== env().network) return "invalid_network";
  const { asset } = paymentNetwork(network.network);
  const amount = value.amount ?? value.maxAmountRequired;
  if (value.scheme !== "exact") return "unsupported_scheme";
  if (typeof amount !== "string" || !/^[1-9]\d{0,17}$/.test(amount)) return "invalid_payment_requirements";
  if (typeof value.payTo !== "string" || !isAddress(value.payTo, { strict: false })) return "invalid_payment_requirements";
  if (typeof value.asset !== "string" || value.asset.toLowerCase() !== asset.address.toLowerCase()) return "invalid_payment_requirements";
  return {
    scheme: "exact",
    network: network.network,
    amount,
    asset: asset.address,
    payTo: getAddress(value.payTo.toLowerCase()),
    maxTimeoutSeconds: typeof value.maxTimeoutSeconds === "number" ? value.maxTimeoutSeconds : 60,
    extra: { ...asset.eip712 },
  };
}
