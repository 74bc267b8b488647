import type { PrivateKeyAccount } from "viem";
import { paid } from "@/lib/payments/paid";
import { requirementsFor } from "@/lib/payments/requirements";
import type { Authorization } from "@/lib/payments/types";
import { decodeHeader } from "@/lib/payments/wire";
import type { Tool } from "@/lib/tools/define";
import { type SignedPayment, signPayment, v2Header } from "./payer";

const URL_OF = (tool: Tool) => `http://market.test/api/v1/${tool.definition.slug}`;

/** `POST` to the tool's route, as Next would hand it over. */
export function post(tool: Tool, input: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const body = typeof input === "string" ? input : JSON.stringify(input);
  return paid(tool).POST(new Request(URL_OF(tool), { method: "POST", body, headers: { host: "market.test", ...headers } }));
}

export function get(tool: Tool, query: string, headers: Record<string, string> = {}): Promise<Response> {
  return paid(tool).GET(new Request(`${URL_OF(tool)}${query}`, { headers: { host: "market.test", ...headers } }));
}

/** A version 2 payment for this tool; `overrides` bend the authorization. */
export async function signFor(tool: Tool, payer: PrivateKeyAccount, overrides: Partial<Authorization> = {}) {
  const terms = requirementsFor(tool.definition);
  const signed: SignedPayment = await signPayment(payer, terms, overrides);
  return { ...signed, terms, headers: { "PAYMENT-SIGNATURE": v2Header(signed, terms) } };
}

/** A receipt header, decoded. */
export function receiptOf(response: Response, name = "PAYMENT-RESPONSE"): Record<string, unknown> | null {
  const text = response.headers.get(name);
  return text ? decodeHeader(text) : null;
}
