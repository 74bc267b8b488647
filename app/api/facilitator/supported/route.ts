import { CORS_HEADERS } from "@/lib/cors";
import { admitAnybody } from "@/lib/facilitator/caller";
import { supported } from "@/lib/facilitator/supported";
import { respond } from "@/lib/http";

export const dynamic = "force-dynamic";

/** `GET /api/facilitator/supported`: what the facilitator verifies and settles, for everybody to see. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    admitAnybody(request);
    return supported();
  }, CORS_HEADERS);
}
