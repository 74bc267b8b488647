import { ToolRefusal } from "@/lib/tools/refusal";

/** Places in which something can be done at once, and a short line before them. */
export class Slots {
  #free: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number, mostWaiting: number) {
    this.#free = count;
    this.#mostWaiting = mostWaiting;
  }

  /** Does the work when its turn comes. Refuses `queue_full` at once, and `too_slow` when `signal` aborts before. */
  async run<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal);
    try {
      if (signal.aborted) throw late();
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) {
      throw new ToolRefusal("queue_full", "Too many documents are being read.", { kind: "busy", retryAfterSeconds: 3 });
    }
    return new Promise((resolve, reject) => {
      const take = () => {
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(late());
      };
      this.#waiting.push(take);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}

function late(): ToolRefusal {
  return new ToolRefusal("too_slow", "The time was up before the document was read.", { kind: "timeout", hint: "Try again in a while." });
}
