/** Asks again and again until `ask` answers without throwing; its last error when the time is up. */
export async function until<T>(what: string, timeoutMs: number, ask: () => Promise<T>, everyMs = 25): Promise<T> {
  const end = performance.now() + timeoutMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > end) {
        const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
        throw new Error(`${what} was not ready within ${Math.round(timeoutMs / 1000)} s: ${reason}`);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}
