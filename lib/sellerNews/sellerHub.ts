import "server-only";
import { connection, db } from "@/db/client";
import { accountsOf } from "@/db/queries/accountsOf";
import { log } from "@/lib/log";
import { createSellerHub, type SellerHub } from "./hub";

/** Whoever closes payments names them in the first; whatever else changes names its account in the second. */
const CLOSED = "coinslot_closed";
const CHANGED = "coinslot_changed";

const KEY = Symbol.for("coinslot.sellerNews");
type Holder = { [KEY]?: SellerHub };

/** The process's one hub. Kept on `globalThis`, since Next gives routes copies of a module. */
export function sellerHub(): SellerHub {
  const holder = globalThis as Holder;
  holder[KEY] ??= createSellerHub({
    listen: async ({ onClosed, onChanged, onReady }) => {
      const { sql } = connection();
      await sql.listen(CLOSED, (payload) => onClosed(payload.split(",").filter(Boolean)), onReady);
      await sql.listen(CHANGED, onChanged);
    },
    accountsOf: (ids, accounts) => accountsOf(db(), ids, accounts),
    onError: (error) => log("warn", "seller_news_missed", { error }),
  });
  return holder[KEY];
}
