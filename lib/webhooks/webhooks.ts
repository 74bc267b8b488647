import "server-only";
import { connection } from "@/db/client";
import { env } from "../env";
import { log } from "../log";
import { ownOrigins } from "../web/ownOrigins";
import { askNameServers } from "../web/resolve";
import { openPost, type Post } from "./post";
import { type Sender, startSender } from "./sender";

const CHANNEL = "coinslot_webhooks";
const LOOK_EVERY_MS = 2_000;

export type Webhooks = { post: Post; userAgent: string; sender: Sender };

const KEY = Symbol.for("coinslot.webhooks");
type Holder = { [KEY]?: Webhooks };

/** The process's one sender, begun by the first who asks. Kept on `globalThis`, since Next gives routes copies of a module. */
export function webhooks(): Webhooks {
  const holder = globalThis as Holder;
  holder[KEY] ??= start();
  return holder[KEY];
}

function start(): Webhooks {
  const { local, publicUrl } = env();
  const { sql } = connection();
  const post = openPost({
    resolve: askNameServers,
    localOrigins: ownOrigins(),
    allowLocal: local?.allowLocalFetch ?? false,
  });
  const userAgent = publicUrl ? `Coinslot-Webhooks/1.0 (+${publicUrl}/docs/webhooks)` : "Coinslot-Webhooks/1.0";
  const sender = startSender({ sql, post, userAgent, now: () => new Date(), everyMs: LOOK_EVERY_MS });
  sql.listen(CHANNEL, sender.wake, sender.wake).catch((error: unknown) => log("warn", "listen_failed", { channel: CHANNEL, error }));
  return { post, userAgent, sender };
}
