import { chainStatus } from "@/lib/chainStatus";
import { respond } from "@/lib/http";

export const dynamic = "force-dynamic";

/** `GET /api/chain`: the network and its newest block. */
export async function GET(): Promise<Response> {
  return respond(chainStatus);
}
