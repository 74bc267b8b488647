import { CORS_HEADERS } from "@/lib/cors";
import { groupListings } from "@/lib/discovery/groupListings";
import { listingOf } from "@/lib/discovery/listing";
import { listingOpenapi } from "@/lib/discovery/openapi";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";
import { listedOnShelf } from "@/lib/shelf/listedOnShelf";

export const dynamic = "force-dynamic";

type Context = { params: Promise<{ handle: string; listing: string }> };

/** `GET /api/v1/listings/<handle>/<listing>/openapi.json`: one listing with every operation and price. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const origin = publicOrigin(request);
  return respond(async () => {
    const { handle, listing } = await params;
    const tools = await listedOnShelf(handle, listing);
    const [group] = groupListings(tools.map((tool) => listingOf(tool, origin))).groups;
    if (!group) throw new CoinslotError("not_found", "Nothing is listed under this name now.", { hint: "The catalog lists what is here." });
    return listingOpenapi(origin, group);
  }, CORS_HEADERS);
}
