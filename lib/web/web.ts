import "server-only";
import { env } from "@/lib/env";
import { type AnswerCache, answerCache } from "./answerCache";
import { botUserAgent } from "./botName";
import { openWeb } from "./openWeb";
import { ownOrigins } from "./ownOrigins";
import { askNameServers } from "./resolve";
import { type TurnCounts, turnCounts, USUAL_LIMITS } from "./turns";
import type { Web } from "./types";

/** Both together are the process's own, however often this module is loaded: what was asked counts once. */
const KEY = Symbol.for("coinslot.web");
type Holder = { [KEY]?: { turns: TurnCounts; cache: AnswerCache } };

const CACHE_BYTES = 32 * 1024 * 1024;
/** The oldest kept answer that anybody may ask for. */
const OLDEST_SECONDS = 3_600;

let opened: Web | undefined;

/** The guarded way out of this process. */
export function web(): Web {
  opened ??= open();
  return opened;
}

function open(): Web {
  const holder = globalThis as Holder;
  holder[KEY] ??= { turns: turnCounts(USUAL_LIMITS), cache: answerCache(CACHE_BYTES, OLDEST_SECONDS) };
  const { local, publicUrl } = env();
  return openWeb({
    ...holder[KEY],
    resolve: askNameServers,
    localOrigins: ownOrigins(),
    allowLocal: local?.allowLocalFetch ?? false,
    userAgent: botUserAgent(publicUrl),
  });
}
