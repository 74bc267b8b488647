/** Waits for the work until the time is up or the run is over. */
export function beforeTime<T>(work: Promise<T>, until: number, signal: AbortSignal): Promise<T | "time"> {
  let end = () => {};
  const over = new Promise<"time">((resolve) => {
    const timer = setTimeout(resolve, Math.max(0, until - Date.now()), "time");
    const stop = () => resolve("time");
    signal.addEventListener("abort", stop, { once: true });
    if (signal.aborted) stop();
    end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    };
  });
  return Promise.race([work, over]).finally(end);
}
