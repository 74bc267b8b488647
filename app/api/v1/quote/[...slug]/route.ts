import { CORS_HEADERS, preflightFor } from "@/lib/cors";
import { quoteAny } from "@/lib/gateway/quoteAny";
import { errorResponse } from "@/lib/http";

type Context = { params: Promise<{ slug: string[] }> };

/**
 * `POST /api/v1/quote/<slug>`: the free quote of one call of any tool, the market's own or a seller's. The body is the
 * tool's input as one flat JSON object, wherever its parts go in the call itself.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return quoteAny(request, (await params).slug.join("/")).catch((error: unknown) => errorResponse(error, CORS_HEADERS));
}

export const OPTIONS = () => preflightFor({ methods: ["POST", "OPTIONS"] });
