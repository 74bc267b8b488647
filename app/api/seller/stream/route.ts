import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { eventStream } from "@/lib/explorer/eventStream";
import { sellerHub } from "@/lib/sellerNews/sellerHub";

export const dynamic = "force-dynamic";

/** The browser comes back by itself, and is asked again then whether it is still signed in. */
const LONGEST_MS = 10 * 60_000;

/** `GET /api/seller/stream`: server-sent events of the name `changed`, with the ids of your payments that got their outcome. */
export const GET = sellerRoute(async (request, account) => {
  const hub = sellerHub();
  const signal = AbortSignal.any([request.signal, AbortSignal.timeout(LONGEST_MS)]);
  const stream = eventStream({ join: (send) => hub.join(account, send), clients: hub.clients }, signal);
  if (!stream) throw new CoinslotError("rate_limited", "Too many pages of yours are open.", { retryAfterSeconds: 30 });
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // `no-transform`: compressed, events would wait for a buffer to fill.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
