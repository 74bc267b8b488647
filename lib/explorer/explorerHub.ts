import "server-only";
import { connection, db } from "@/db/client";
import { log } from "@/lib/log";
import { createHub, type Hub } from "./hub";
import { explorerNews } from "./news";

/** Whoever closes payments names them here, with commas between. */
const CHANNEL = "coinslot_closed";

const KEY = Symbol.for("coinslot.explorer");
type Holder = { [KEY]?: Hub };

/** The process's one hub. Kept on `globalThis`, since Next gives routes copies of a module. */
export function explorerHub(): Hub {
  const holder = globalThis as Holder;
  holder[KEY] ??= createHub({
    listen: async (onClosed, onReady) => {
      await connection().sql.listen(CHANNEL, (payload) => onClosed(payload.split(",").filter(Boolean)), onReady);
    },
    read: (ids) => explorerNews(db(), ids),
    onError: (error) => log("warn", "explorer_news_missed", { error }),
  });
  return holder[KEY];
}
