import { echo } from "@/lib/devnet/echo";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { errorResponse } from "@/lib/http";
import { paid } from "@/lib/payments/paid";

const route = paid(echo);
type Handler = (request: Request) => Promise<Response>;

/** There is nothing to try on a real network, so the address doesn't exist there. */
const locally =
  (handler: Handler): Handler =>
  async (request) =>
    env().local ? handler(request) : errorResponse(new CoinslotError("not_found"));

/** `POST /api/devnet/echo {text}`: a paid tool that says your words back, on the local chain only. */
export const GET = locally(route.GET);
export const POST = locally(route.POST);
export const HEAD = locally(route.HEAD);
export const OPTIONS = locally(route.OPTIONS);
