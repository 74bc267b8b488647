import { CORS_HEADERS } from "@/lib/cors";
import { discoveryItem, exampleUrl } from "@/lib/discovery/catalogJson";
import { listings } from "@/lib/discovery/listing";
import { respond } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";

export const dynamic = "force-dynamic";

/** `GET /.well-known/x402`: where the paid routes are. */
export async function GET(request: Request): Promise<Response> {
  const origin = publicOrigin(request);
  return respond(async () => {
    const tools = await listings(origin);
    return {
      version: 1,
      x402Version: 2,
      resources: tools.map(exampleUrl),
      items: tools.map(discoveryItem),
      openapi: `${origin}/openapi.json`,
      mcp: `${origin}/mcp`,
    };
  }, CORS_HEADERS);
}
