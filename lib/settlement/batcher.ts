type Waiting<T, R> = { item: T; resolve: (result: R) => void; reject: (error: unknown) => void };

/**
 * Makes one piece of work of many calls, without a timer: at rest a call is worked on at once, and what comes while it
 * is worked on goes together next. `work` gives a result for each item, in their order.
 */
export function batcher<T, R>(work: (items: T[]) => Promise<R[]>, maxBatch: number): (item: T) => Promise<R> {
  let waiting: Waiting<T, R>[] = [];
  let busy = false;
  const pump = async () => {
    busy = true;
    // What was asked in the same turn of the event loop goes together, too.
    await Promise.resolve();
    while (waiting.length > 0) {
      const batch = waiting.slice(0, maxBatch);
      waiting = waiting.slice(maxBatch);
      try {
        const results = await work(batch.map((w) => w.item));
        batch.forEach(({ resolve }, i) => void resolve(results[i] as R));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    busy = false;
  };
  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!busy) void pump();
    });
}
