import type { Source } from "./types";

/** Parts of a chain's state; plain data, so that it can go from thread to thread. */
export type Pieces = {
  codes: [address: bigint, code: Uint8Array][];
  slots: [address: bigint, slot: bigint, value: bigint][];
  balances: [address: bigint, balance: bigint][];
  nonces: [address: bigint, nonce: bigint][];
  hashes: [number: bigint, hash: bigint][];
};

export type Wanted = {
  codes: bigint[];
  slots: [address: bigint, slot: bigint][];
  balances: bigint[];
  nonces: bigint[];
  hashes: bigint[];
};

/** What is known of a chain at one block, and what was asked for in vain. Others fetch that (`fetchWanted`), here or in another thread. */
export class KnownState implements Source {
  readonly #codes = new Map<bigint, Uint8Array>();
  readonly #slots = new Map<bigint, Map<bigint, bigint>>();
  readonly #balances = new Map<bigint, bigint>();
  readonly #nonces = new Map<bigint, bigint>();
  readonly #hashes = new Map<bigint, bigint>();
  #wanted = new WantedSets();

  code = (address: bigint) => known(this.#codes, address, this.#wanted.codes);
  balance = (address: bigint) => known(this.#balances, address, this.#wanted.balances);
  nonce = (address: bigint) => known(this.#nonces, address, this.#wanted.nonces);
  blockHash = (number: bigint) => known(this.#hashes, number, this.#wanted.hashes);

  slot = (address: bigint, slot: bigint) => {
    const value = this.#slots.get(address)?.get(slot);
    if (value === undefined) this.#wanted.slot(address, slot);
    return value;
  };

  /** How many pieces were asked for in vain since the last `take`. */
  get wanting(): number {
    return this.#wanted.size;
  }

  take(): Wanted {
    const wanted = this.#wanted.list();
    this.#wanted = new WantedSets();
    return wanted;
  }

  learn(pieces: Pieces): void {
    for (const [address, code] of pieces.codes) this.#codes.set(address, code);
    for (const [address, balance] of pieces.balances) this.#balances.set(address, balance);
    for (const [address, nonce] of pieces.nonces) this.#nonces.set(address, nonce);
    for (const [number, hash] of pieces.hashes) this.#hashes.set(number, hash);
    for (const [address, slot, value] of pieces.slots) {
      const slots = this.#slots.get(address);
      if (slots) slots.set(slot, value);
      else this.#slots.set(address, new Map([[slot, value]]));
    }
  }

  snapshot(): Pieces {
    const slots: Pieces["slots"] = [];
    for (const [address, held] of this.#slots) for (const [slot, value] of held) slots.push([address, slot, value]);
    return { codes: [...this.#codes], slots, balances: [...this.#balances], nonces: [...this.#nonces], hashes: [...this.#hashes] };
  }
}

class WantedSets {
  readonly codes = new Set<bigint>();
  readonly balances = new Set<bigint>();
  readonly nonces = new Set<bigint>();
  readonly hashes = new Set<bigint>();
  readonly #slots = new Map<bigint, Set<bigint>>();

  slot(address: bigint, slot: bigint): void {
    const slots = this.#slots.get(address);
    if (slots) slots.add(slot);
    else this.#slots.set(address, new Set([slot]));
  }

  get size(): number {
    let size = this.codes.size + this.balances.size + this.nonces.size + this.hashes.size;
    for (const slots of this.#slots.values()) size += slots.size;
    return size;
  }

  list(): Wanted {
    const slots: Wanted["slots"] = [];
    for (const [address, wanted] of this.#slots) for (const slot of wanted) slots.push([address, slot]);
    return { codes: [...this.codes], slots, balances: [...this.balances], nonces: [...this.nonces], hashes: [...this.hashes] };
  }
}

function known<T>(values: Map<bigint, T>, key: bigint, wanted: Set<bigint>): T | undefined {
  const value = values.get(key);
  if (value === undefined) wanted.add(key);
  return value;
}
