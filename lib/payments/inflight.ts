export type InFlight = { id: string; fingerprint: string; done: Promise<unknown> };
/** `amount`: what the payer is asked for, atomic units. */
type Tracked = { authorization: string; id: string; fingerprint: string; payer: string; amount: bigint };

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
export async function track<T>({ authorization, id, fingerprint, payer, amount }: Tracked, start: () => Promise<T>): Promise<T> {
  promise(payer, amount);
  const work = start();
  calls().set(authorization, { id, fingerprint, done: work.catch(() => undefined) });
  try {
    return await work;
  } finally {
    calls().delete(authorization);
    promise(payer, -amount);
  }
}

const PROMISED = Symbol.for("coinslot.promised");
type Promised = { [PROMISED]?: Map<string, bigint> };

function promise(payer: string, amount: bigint): void {
  const holder = globalThis as Promised;
  holder[PROMISED] ??= new Map();
  const rest = (holder[PROMISED].get(payer) ?? 0n) + amount;
  if (rest > 0n) holder[PROMISED].set(payer, rest);
  else holder[PROMISED].delete(payer);
}

/** What this process has in work of this payer's, atomic units. */
export function promisedHere(payer: string): bigint {
  return (globalThis as Promised)[PROMISED]?.get(payer) ?? 0n;
}
