import "server-only";
import { connection } from "@/db/client";
import { log } from "@/lib/log";

type Wake = () => void;
type State = { waiting: Map<string, Set<Wake>>; listening: Promise<unknown> | null };

const KEY = Symbol.for("coinslot.wake");
type Holder = { [KEY]?: State };

function state(): State {
  const holder = globalThis as Holder;
  holder[KEY] ??= { waiting: new Map(), listening: null };
  return holder[KEY];
}

/** Resolves when any process closes this payment, or after `ms`, so that a lost connection costs a look and no more. */
export async function untilClosed(id: string, ms: number): Promise<void> {
  const { waiting } = state();
  await listen();
  await new Promise<void>((resolve) => {
    const wake = () => {
      clearTimeout(timer);
      waiting.get(id)?.delete(wake);
      if (waiting.get(id)?.size === 0) waiting.delete(id);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    const all = waiting.get(id) ?? new Set();
    waiting.set(id, all.add(wake));
  });
}

/** One LISTEN a process, begun by the first who waits. The driver takes it up again after a lost connection. */
function listen(): Promise<unknown> {
  const s = state();
  s.listening ??= connection()
    .sql.listen("coinslot_closed", (ids) => {
      for (const id of ids.split(",")) for (const wake of [...(s.waiting.get(id) ?? [])]) wake();
    })
    .catch((error: unknown) => {
      log("warn", "listen_failed", { error });
      s.listening = null;
    });
  return s.listening;
}
