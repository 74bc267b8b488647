import { CORS_HEADERS } from "@/lib/cors";
import { CoinslotError } from "@/lib/errors";
import { eventStream } from "@/lib/explorer/eventStream";
import { explorerHub } from "@/lib/explorer/explorerHub";
import { errorResponse } from "@/lib/http";

export const dynamic = "force-dynamic";

/** `GET /api/explorer/stream`: what settles, as server-sent events of the name `news`, one a second at most. */
export async function GET(request: Request): Promise<Response> {
  try {
    const stream = eventStream(explorerHub(), request.signal);
    if (!stream)
      throw new CoinslotError("rate_limited", "Too many follow the explorer here. GET /api/explorer says the same.", {
        retryAfterSeconds: 10,
      });
    return new Response(stream, {
      headers: {
        ...CORS_HEADERS,
        "content-type": "text/event-stream; charset=utf-8",
        // `no-transform`: compressed, events would wait for a buffer to fill.
        "cache-control": "no-store, no-transform",
        "x-accel-buffering": "no",
      },
    });
  } catch (error) {
    return errorResponse(error, CORS_HEADERS);
  }
}
