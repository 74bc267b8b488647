import { callerAddress } from "@/lib/callerAddress";
import { CORS_HEADERS, preflight } from "@/lib/cors";
import { DOCTOR_HEADER } from "@/lib/doctor/ask";
import { examine } from "@/lib/doctor/desk";
import { readRequest } from "@/lib/doctor/readRequest";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";

export const dynamic = "force-dynamic";

/**
 * `POST /api/v1/doctor {url, method?, body?}` → the report on that x402 address. Free. Errors: `invalid_json`,
 * `invalid_input` (with reason `address_not_allowed` or `bad_url`), `rate_limited`.
 */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    // One that examines itself would examine itself.
    if (request.headers.has(DOCTOR_HEADER)) {
      throw new CoinslotError("invalid_input", "A doctor examines no doctor.", { hint: "Name the address of a paid tool." });
    }
    return examine(callerAddress(request), await readRequest(request));
  }, CORS_HEADERS);
}

export async function OPTIONS(): Promise<Response> {
  return preflight();
}
