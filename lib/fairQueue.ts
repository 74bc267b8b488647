import { ToolRefusal } from "./tools/refusal";

export type QueueLimits = {
  /** Works under way at once, of all lanes together. */
  slots: number;
  /** Works of one lane under way at once: below `slots` where there are several, so that no lane holds them all. */
  laneSlots: number;
  /** Works of one lane that may wait; whoever comes beyond is turned away. */
  laneWaiting: number;
};

type Waiting = { start: () => void };
/** `servedAt`: the number of the turn it had last, 0 for a lane that had none. */
type Lane = { running: number; waiting: Waiting[]; meanMs: number; servedAt: number };

/** What a work is thought to take before one has been seen. */
const FIRST_GUESS_MS = 1_500;
const LONGEST_RETRY_SECONDS = 60;

/**
 * Lanes share a few slots in turns: each kind of work waits in a lane of its own, and a free slot goes to the lane
 * that has waited longest for one. Callers are not known here, so shares are fair between kinds, not between payers.
 */
export class FairQueue {
  readonly #limits: QueueLimits;
  readonly #lanes = new Map<string, Lane>();
  #running = 0;
  #turns = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Does the work when its turn comes. Refuses `queue_full` at once, and `too_slow` when `signal` aborts while it waits. */
  async run<T>(name: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    const lane = this.#lane(name);
    if (!this.#free(lane)) await this.#wait(lane, signal);
    else this.#take(lane);
    const began = performance.now();
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      lane.meanMs += (performance.now() - began - lane.meanMs) / 8;
      lane.running -= 1;
      this.#running -= 1;
      this.#startNext();
    }
  }

  #lane(name: string): Lane {
    const known = this.#lanes.get(name) ?? { running: 0, waiting: [], meanMs: FIRST_GUESS_MS, servedAt: 0 };
    this.#lanes.set(name, known);
    return known;
  }

  #free(lane: Lane): boolean {
    return this.#running < this.#limits.slots && lane.running < this.#limits.laneSlots;
  }

  #take(lane: Lane): void {
    lane.running += 1;
    this.#running += 1;
    this.#turns += 1;
    lane.servedAt = this.#turns;
  }

  #wait(lane: Lane, signal: AbortSignal): Promise<void> {
    if (lane.waiting.length >= this.#limits.laneWaiting) throw this.#full(lane);
    return new Promise((resolve, reject) => {
      const leave = () => {
        lane.waiting.splice(lane.waiting.indexOf(waiting), 1);
        reject(new ToolRefusal("too_slow", "The time was up before its turn came.", { kind: "timeout", hint: "Try again in a while." }));
      };
      const waiting: Waiting = {
        start: () => {
          signal.removeEventListener("abort", leave);
          this.#take(lane);
          resolve();
        },
      };
      lane.waiting.push(waiting);
      signal.addEventListener("abort", leave, { once: true });
    });
  }

  #startNext(): void {
    const byTurn = [...this.#lanes.values()].sort((a, b) => a.servedAt - b.servedAt);
    for (const lane of byTurn) {
      if (lane.waiting.length > 0 && this.#free(lane)) lane.waiting.shift()?.start();
    }
  }

  #full(lane: Lane): ToolRefusal {
    const seconds = Math.ceil((lane.waiting.length * lane.meanMs) / this.#limits.laneSlots / 1000);
    return new ToolRefusal("queue_full", "Too many calls of this kind are waiting.", {
      kind: "busy",
      hint: "Nothing was charged. Try again in a while.",
      retryAfterSeconds: Math.min(LONGEST_RETRY_SECONDS, Math.max(1, seconds)),
    });
  }
}
