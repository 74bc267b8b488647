import { fetchJson } from "@/components/wallet/fetchJson";

const BASE = "/api/seller/webhooks";

/** A call of the seller's own routes below `/api/seller/webhooks`; throws the server's own sentence. */
export function sellerApi<T>(method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: unknown): Promise<T> {
  const json = body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  return fetchJson<T>(`${BASE}${path}`, { method, ...json });
}
