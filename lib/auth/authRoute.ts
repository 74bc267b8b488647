import "server-only";
import { CoinslotError } from "../errors";
import { errorResponse } from "../http";

/** A route handler about one visitor: nothing of it is ever cached, and what it throws leaves as a coded error. */
export function authRoute(handler: (request: Request) => Promise<Response>): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      const response = await handler(request);
      if (!response.headers.get("cache-control")?.includes("no-store")) response.headers.set("cache-control", "no-store");
      return response;
    } catch (error) {
      return errorResponse(CoinslotError.is(error) ? error : asLedgerError(error));
    }
  };
}

/** A query that failed means that the ledger is away; anything else is a bug and stays one. */
function asLedgerError(error: unknown): unknown {
  const failedQuery = error instanceof Error && error.message.startsWith("Failed query");
  return failedQuery ? new CoinslotError("ledger_unavailable", undefined, { retryAfterSeconds: 2, cause: error.cause }) : error;
}
