export type InFlight = { id: string; fingerprint: string; done: Promise<unknown> };

/** Payments that this process is working on, by payer and nonce, so that copies wait here without asking anybody. */
const KEY = Symbol.for("coinslot.inflight");
type Holder = { [KEY]?: Map<string, InFlight> };

function calls(): Map<string, InFlight> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  return holder[KEY];
}

/** The first with this authorization in this process, if it is still at work. */
export function inFlight(authorization: string): InFlight | undefined {
  return calls().get(authorization);
}

/** Registers the work on this authorization until it is over. Nothing may be awaited between the look and this. */
export async function track<T>(authorization: string, id: string, fingerprint: string, start: () => Promise<T>): Promise<T> {
  const work = start();
  calls().set(authorization, { id, fingerprint, done: work.catch(() => undefined) });
  try {
    return await work;
  } finally {
    calls().delete(authorization);
  }
}
