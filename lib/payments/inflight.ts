/** Calls that this process is working on, so that copies can wait without asking the ledger over and over. */
const KEY = Symbol.for("coinslot.inflight");
type Holder = { [KEY]?: Map<string, Promise<unknown>> };

function calls(): Map<string, Promise<unknown>> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Map();
  return holder[KEY];
}

/** Registers the work on payment `id` until it is over. */
export async function track<T>(id: string, work: Promise<T>): Promise<T> {
  calls().set(id, work);
  try {
    return await work;
  } finally {
    calls().delete(id);
  }
}

/** Resolves when this process's work on `id` is over or `ms` have passed; false when it isn't worked on here. */
export async function waitHere(id: string, ms: number): Promise<boolean> {
  const work = calls().get(id);
  if (!work) return false;
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work.catch(() => undefined), timeout]);
  clearTimeout(timer);
  return true;
}
