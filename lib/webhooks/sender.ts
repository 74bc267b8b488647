import "server-only";
import type postgres from "postgres";
import { dropOld, failingSince, recordTry, takeDue } from "@/db/queries/webhookQueue";
import { log } from "../log";
import { type DeliverParts, deliver } from "./deliver";

/** Longer than any try takes; who dies with one in hand gives it up after this. */
export const HOLD_SECONDS = 30;
const MOST_AT_ONCE = 64;
const PER_HOST = 8;
const KEPT_MS = 30 * 24 * 3_600_000;
const CLEAN_EVERY_MS = 3_600_000;

export type SenderParts = Omit<DeliverParts, "failingSince"> & {
  sql: postgres.Sql /** How often one looks without being woken. */;
  everyMs: number;
};
export type Sender = {
  /** Something may be due. */ wake: () => void /** Resolves once what is under way is done. */;
  stop: () => Promise<void>;
};

/** Sends what is due, one look after the other; what is slow to be taken is waited for by nobody else. */
export function startSender({ sql, everyMs, ...parts }: SenderParts): Sender {
  const busy = new Map<string, number>();
  const running = new Set<Promise<void>>();
  const bell = doorbell();
  let stopped = false;
  let cleanedAt = 0;

  const one = async (due: Parameters<typeof deliver>[1]) => {
    busy.set(due.host, (busy.get(due.host) ?? 0) + 1);
    try {
      await recordTry(sql, await deliver({ ...parts, failingSince: (id) => failingSince(sql, id) }, due));
    } catch (error) {
      log("warn", "webhook_not_recorded", { error });
    } finally {
      const left = (busy.get(due.host) ?? 1) - 1;
      if (left > 0) busy.set(due.host, left);
      else busy.delete(due.host);
      bell.ring();
    }
  };
  const look = async () => {
    const room = MOST_AT_ONCE - running.size;
    const found = room > 0 ? await takeDue(sql, { now: parts.now(), holdSeconds: HOLD_SECONDS, most: room, perHost: PER_HOST, busy }) : [];
    for (const due of found) {
      const work = one(due).finally(() => running.delete(work));
      running.add(work);
    }
    if (Date.now() - cleanedAt < CLEAN_EVERY_MS) return;
    cleanedAt = Date.now();
    await dropOld(sql, new Date(parts.now().getTime() - KEPT_MS));
  };
  const loop = async () => {
    while (!stopped) {
      await look().catch((error: unknown) => log("warn", "webhooks_not_looked_at", { error }));
      await bell.heard(everyMs);
    }
    await Promise.all(running);
  };
  const ended = loop();
  return {
    wake: bell.ring,
    stop: () => {
      stopped = true;
      bell.ring();
      return ended;
    },
  };
}

/** Rung while nobody listens, it is heard at once by who listens next. */
function doorbell() {
  let rung = false;
  let open = () => {};
  return {
    ring: () => {
      rung = true;
      open();
    },
    heard: async (ms: number) => {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          timer.unref();
          open = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
    },
  };
}
