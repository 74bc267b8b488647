import type { Leases } from "./leases";
import type { Outcome, SettlementItem, Submit } from "./types";

export type QueueOptions = {
  /** The most payments in one batch: bounded by the gas that one transaction may use. */
  maxBatch: number;
  /** Batches that may wait for the chain at the same time. */
  maxInFlight: number;
  /** How long a payment may wait for others, in ms, while another batch is on its way. */
  collectMs: number;
};

type Waiting = { item: SettlementItem; since: number; resolve: (outcome: Outcome) => void };

/**
 * Answered payments wait here for the chain. An idle queue sends at once; a busy one collects what comes until its last
 * batch is through, but for `collectMs` at the most, so that blocks which take their time hold nobody up. Works for any
 * `Submit`.
 */
export class SettlementQueue {
  readonly #submit: Submit;
  readonly #options: QueueOptions;
  readonly #leases: Pick<Leases, "hold" | "letGo"> | undefined;
  readonly #known = new Map<string, Promise<Outcome>>();
  #waiting: Waiting[] = [];
  #pumping = false;
  #inFlight = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(submit: Submit, options: QueueOptions, leases?: Pick<Leases, "hold" | "letGo">) {
    this.#submit = submit;
    this.#options = options;
    this.#leases = leases;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  /** The outcome of this payment; a second call for the same id shares the first one's. */
  enqueue(item: SettlementItem): Promise<Outcome> {
    const known = this.#known.get(item.id);
    if (known) return known;
    const outcome = new Promise<Outcome>((resolve) => {
      const join = () => {
        this.#waiting.push({ item, since: performance.now(), resolve });
        void this.#pump();
      };
      const early = msUntilValid(item);
      if (early > 0) setTimeout(join, early);
      else join();
    }).finally(() => {
      this.#known.delete(item.id);
      this.#leases?.letGo(item.id);
    });
    this.#known.set(item.id, outcome);
    this.#leases?.hold(item.id);
    return outcome;
  }

  async #pump(): Promise<void> {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#isDue()) {
      const batch = this.#take();
      this.#inFlight += 1;
      await this.#send(batch);
    }
    this.#pumping = false;
  }

  #isDue(): boolean {
    const [first] = this.#waiting;
    const { maxBatch, maxInFlight, collectMs } = this.#options;
    if (!first || this.#inFlight >= maxInFlight) return false;
    if (this.#inFlight === 0 || this.#waiting.length >= maxBatch) return true;
    const left = first.since + collectMs - performance.now();
    if (left <= 0) return true;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.#pump();
    }, left);
    return false;
  }

  /** What may share a transaction, in the order of arrival; a smart wallet's payment goes alone, since its code runs. */
  #take(): Waiting[] {
    const [first] = this.#waiting;
    if (first?.item.wallet) return this.#waiting.splice(0, 1);
    const batch = this.#waiting.filter((w) => !w.item.wallet).slice(0, this.#options.maxBatch);
    const taken = new Set(batch);
    this.#waiting = this.#waiting.filter((w) => !taken.has(w));
    return batch;
  }

  /** Returns when the batch is handed over; its outcomes are told as they come. */
  async #send(batch: Waiting[]): Promise<void> {
    const tell = (find: (id: string) => Outcome) => {
      for (const { item, resolve } of batch) resolve(find(item.id));
    };
    const done = () => {
      this.#inFlight -= 1;
      void this.#pump();
    };
    try {
      const { outcomes } = await this.#submit(batch.map((w) => w.item));
      outcomes
        .then((known) => tell((id) => known.get(id) ?? { state: "unknown" }))
        .catch(() => tell(() => ({ state: "unknown" })))
        .finally(done);
    } catch (cause) {
      // `submit` throws only before anything was sent.
      tell(() => ({ state: "unsent", cause }));
      done();
    }
  }
}

/** USDC wants the block's time to be later than `validAfter`; some clients set it to this very second. */
function msUntilValid({ authorization }: SettlementItem): number {
  const ms = Number(authorization.validAfter) * 1000 + 1_100 - Date.now();
  return Math.min(Math.max(ms, 0), 10_000);
}
