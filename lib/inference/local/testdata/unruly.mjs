import { threadId } from "node:worker_threads";

/** Does to its thread what it is told. */
export default async function unruly({ act }) {
  if (act === "exit") process.exit(3);
  if (act === "throw") throw new Error("not today");
  if (act === "loop") for (;;);
  if (act === "hoard") {
    const kept = [];
    for (;;) kept.push(new Array(100_000).fill(kept.length));
  }
  // biome-ignore lint/style/noProcessEnv: what a thread can see of it is what the test asks.
  return { threadId, keys: Object.keys(process.env) };
}
