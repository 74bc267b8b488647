import { CORS_HEADERS } from "@/lib/cors";
import { catalogEntry, shortEntry } from "@/lib/discovery/catalogJson";
import { listings } from "@/lib/discovery/listing";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";

export const dynamic = "force-dynamic";

/** `GET /api/catalog`: every tool with price, terms and schemas; `?view=short` leaves terms and schemas out. */
export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin(request);
  const short = new URL(request.url).searchParams.get("view") === "short";
  return respond(async () => ({ tools: (await listings(origin)).map(short ? shortEntry : catalogEntry) }), CORS_HEADERS);
}
