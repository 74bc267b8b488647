/** A clock that ends a request when its time is up or when nobody waits for it any more. */
export type Deadline = { signal: AbortSignal; end: () => void };

export function deadline(ms: number, outer: AbortSignal): Deadline {
  const stop = new AbortController();
  const give = () => stop.abort(new Error("The request was given up."));
  const timer = setTimeout(give, ms);
  if (outer.aborted) give();
  outer.addEventListener("abort", give, { once: true });
  const end = () => {
    clearTimeout(timer);
    outer.removeEventListener("abort", give);
  };
  return { signal: stop.signal, end };
}

/** The promise, or a rejection as soon as the signal gives up on it: for work that can't be told to stop. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let give = () => {};
  const given = new Promise<never>((_, reject) => {
    give = () => reject(signal.reason);
    signal.addEventListener("abort", give, { once: true });
  });
  return Promise.race([work, given]).finally(() => signal.removeEventListener("abort", give));
}
