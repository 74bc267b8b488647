import { setPriority } from "node:os";

/** Threads of models go after those that serve requests. On Linux a priority belongs to the thread; elsewhere it would slow the whole market. */
export function givePrecedence() {
  if (process.platform !== "linux") return;
  try {
    setPriority(10);
  } catch {
    // Not allowed here: then all are equal.
  }
}
