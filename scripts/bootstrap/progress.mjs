/**
 * Steps that say how long they take. On a terminal one line shows what runs now; elsewhere a line every two seconds does.
 *
 * @typedef {{ step: <T>(name: string, run: () => Promise<T> | T) => Promise<T>, say: (text: string) => void, hint: (text: string) => void }} Progress
 */

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** @returns {Progress} */
export function createProgress(out = process.stdout) {
  const live = Boolean(out.isTTY) && !process.env.CI;
  /** @type {Map<string, number>} */
  const running = new Map();
  let timer;
  let detail = "";

  const wipe = () => {
    if (live) out.write("\r\x1b[2K");
  };
  const draw = () => {
    const now = performance.now();
    const parts = [...running].map(([name, start]) => `${name} ${Math.round((now - start) / 1000)} s`);
    const text = `  … ${parts.join(" · ")}${detail ? ` · ${detail}` : ""}`;
    if (live) out.write(`\r\x1b[2K${text.slice(0, (out.columns ?? 80) - 1)}`);
    else out.write(`${text}\n`);
  };
  const say = (text) => {
    wipe();
    out.write(`${text}\n`);
  };
  const hint = (text) => {
    detail = text;
  };
  const step = async (name, run) => {
    const start = performance.now();
    running.set(name, start);
    timer ??= setInterval(draw, live ? 200 : 1_900);
    let sign = "✓";
    try {
      return await run();
    } catch (error) {
      sign = "✗";
      throw error;
    } finally {
      running.delete(name);
      if (running.size === 0) {
        clearInterval(timer);
        timer = undefined;
        detail = "";
      }
      say(`${sign} ${name.padEnd(24)} ${seconds(performance.now() - start)}`);
    }
  };
  return { step, say, hint };
}
