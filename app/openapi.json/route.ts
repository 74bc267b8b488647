import { CORS_HEADERS } from "@/lib/cors";
import { listings } from "@/lib/discovery/listing";
import { openapi } from "@/lib/discovery/openapi";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";

export const dynamic = "force-dynamic";

/** `GET /openapi.json` */
export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin(request);
  return respond(async () => openapi(origin, await listings(origin)), CORS_HEADERS);
}
