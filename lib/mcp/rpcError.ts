import { CoinslotError } from "@/lib/errors";
import { log } from "@/lib/log";

const CODES: Partial<Record<CoinslotError["code"], number>> = { invalid_json: -32700, not_found: -32001 };

/** An error that comes before any message was understood, as JSON-RPC over HTTP has it. */
export function rpcError(error: unknown): Response {
  if (!CoinslotError.is(error)) log("error", "unexpected_error", { error });
  const known = CoinslotError.is(error) ? error : new CoinslotError("internal_error");
  const rpc = { jsonrpc: "2.0", error: { code: CODES[known.code] ?? -32000, message: known.message, data: known.toJSON() }, id: null };
  const headers = new Headers({ "cache-control": "no-store" });
  if (known.status === 405) headers.set("allow", "POST, GET, DELETE, OPTIONS");
  return Response.json(rpc, { status: known.status, headers });
}
