import type { PrivateKeyAccount } from "viem";
import { gatewayRoute } from "@/lib/gateway/gatewayRoute";
import type { Requirements } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import { signPayment, v2Header } from "./payer";

export type GatewayAsk = { method?: string; body?: string | Uint8Array; type?: string; headers?: Record<string, string> };

/** A request to `/api/v1/g/<place>`, as Next would hand it over. `place`: `seller/listing/path?query`. */
export function askGateway(place: string, { method = "GET", body, type, headers = {} }: GatewayAsk = {}): Promise<Response> {
  const [seller = "", tool = ""] = place.split(/[/?]/);
  const sent = { host: "market.test", ...(type ? { "content-type": type } : {}), ...headers };
  const request = new Request(`http://market.test/api/v1/g/${place}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  });
  return gatewayRoute(request, { params: Promise.resolve({ seller, tool }) });
}

/** The terms that the 402 to this very request names. */
export async function gatewayTerms(place: string, ask: GatewayAsk = {}): Promise<Requirements> {
  const response = await askGateway(place, ask);
  const [terms] = (decodeHeader(response.headers.get("PAYMENT-REQUIRED") ?? "")?.accepts ?? []) as Requirements[];
  if (!terms) throw new Error(`no terms: ${response.status} ${await response.text()}`);
  return terms;
}

/** Asks for the terms, signs them, and gives the headers to pay with. */
export async function payFor(payer: PrivateKeyAccount, place: string, ask: GatewayAsk = {}): Promise<Record<string, string>> {
  const terms = await gatewayTerms(place, ask);
  return { "PAYMENT-SIGNATURE": v2Header(await signPayment(payer, terms), terms) };
}

/** The whole of one paid call. */
export async function callGateway(payer: PrivateKeyAccount, place: string, ask: GatewayAsk = {}): Promise<Response> {
  return askGateway(place, { ...ask, headers: { ...ask.headers, ...(await payFor(payer, place, ask)) } });
}
