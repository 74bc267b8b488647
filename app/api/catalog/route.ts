import { CORS_HEADERS } from "@/lib/cors";
import { catalogEntry } from "@/lib/discovery/catalogJson";
import { listings } from "@/lib/discovery/listing";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";

export const dynamic = "force-dynamic";

/** `GET /api/catalog`: every tool with price, terms and schemas. */
export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin(request);
  return respond(async () => ({ tools: listings(origin).map(catalogEntry) }), CORS_HEADERS);
}
