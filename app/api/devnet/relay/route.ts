import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { errorResponse } from "@/lib/http";

/** `POST /api/devnet/relay`: asks the sample API's `/echo` as the shortest route would that sells nothing. Measured beside the gateway, on the local chain only. */
export async function POST(request: Request): Promise<Response> {
  const { local } = env();
  if (!local?.sampleApi) return errorResponse(new CoinslotError("not_found"));
  const body = await request.text();
  const answer = await fetch(`${local.sampleApi}/echo`, { method: "POST", headers: { "content-type": "application/json" }, body });
  return new Response(await answer.arrayBuffer(), { status: answer.status, headers: { "content-type": "application/json" } });
}
