import { echoRuns } from "@/lib/devnet/echo";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";

/** `GET /api/devnet/echo/runs`: how often the echo ran, so that a client can say that a copy of its payment did not run it. */
export async function GET(): Promise<Response> {
  return respond(async () => {
    if (!env().local) throw new CoinslotError("not_found");
    return { runs: echoRuns() };
  });
}
