import { OUT_OF_STEPS } from "./halt";
import { type Cell, Live } from "./live";
import { precompiled } from "./precompiles/precompiled";
import type { EvmLog } from "./types";
import type { World } from "./world";

const NOTHING = new Uint8Array();
/** What an account is taken to have while its ether isn't known: enough to go on, and to find more of what is missing. */
const ENOUGH = 1n << 96n;
/** What a slot is taken to hold: as a number a lot, as an address somebody, as a flag false, and both halves of a pool's reserves something. */
const SOMETHING = (1n << 80n) | (1n << 192n);
/** Guesses lead astray: beyond this many the rest waits for the next attempt. */
const MOST_MISSED = 128;

/** All state of one top-level call: what it changed, how to undo it, and what it is to write into the world in the end. */
export class State {
  readonly accounts = new Map<bigint, Live>();
  readonly logs: EvmLog[] = [];
  missed = false;
  #missing = 0;
  readonly #journal: (() => void)[] = [];

  constructor(readonly world: World) {}

  at(address: bigint): Live {
    let live = this.accounts.get(address);
    if (!live) {
      live = new Live(address);
      live.warm = precompiled(address) !== undefined;
      this.accounts.set(address, live);
    }
    return live;
  }

  code(live: Live): Uint8Array {
    if (!live.code) {
      const known = this.world.peekCode(live.address);
      live.unknown = known === undefined;
      live.code = live.codeBefore = this.#or(known, NOTHING);
    }
    return live.code;
  }

  balance(live: Live): bigint {
    if (live.balance === undefined) live.balance = live.balanceBefore = this.#or(this.world.peekBalance(live.address), ENOUGH);
    return live.balance;
  }

  nonce(live: Live): bigint {
    if (live.nonce === undefined) live.nonce = live.nonceBefore = this.#or(this.world.peekNonce(live.address), 0n);
    return live.nonce;
  }

  blockHash(number: bigint): bigint {
    return this.#or(this.world.peekBlockHash(number), 0n);
  }

  cell(live: Live, slot: bigint): Cell {
    let cell = live.slots.get(slot);
    if (!cell) {
      const value = live.created ? 0n : this.#or(this.world.peekSlot(live.address, slot), SOMETHING);
      cell = { before: value, value, warm: false, read: false };
      live.slots.set(slot, cell);
    }
    return cell;
  }

  /** EIP-161: costs more to send ether to. */
  isDead(live: Live): boolean {
    return this.code(live).length === 0 && this.balance(live) === 0n && this.nonce(live) === 0n;
  }

  setCell(cell: Cell, value: bigint): void {
    const old = cell.value;
    cell.value = value;
    this.#journal.push(() => {
      cell.value = old;
    });
  }

  /** For an account or a slot: true when it was cold until now. */
  warm(thing: Live | Cell): boolean {
    if (thing.warm) return false;
    thing.warm = true;
    this.#journal.push(() => {
      thing.warm = false;
    });
    return true;
  }

  setFleeting(live: Live, slot: bigint, value: bigint): void {
    const old = live.fleeting.get(slot) ?? 0n;
    live.fleeting.set(slot, value);
    this.#journal.push(() => live.fleeting.set(slot, old));
  }

  setBalance(live: Live, balance: bigint): void {
    const old = this.balance(live);
    live.balance = balance;
    this.#journal.push(() => {
      live.balance = old;
    });
  }

  move(from: Live, to: Live, value: bigint): void {
    if (value === 0n || from === to) return;
    this.setBalance(from, this.balance(from) - value);
    this.setBalance(to, this.balance(to) + value);
  }

  setNonce(live: Live, nonce: bigint): void {
    const old = this.nonce(live);
    live.nonce = nonce;
    this.#journal.push(() => {
      live.nonce = old;
    });
  }

  setCode(live: Live, code: Uint8Array): void {
    const old = this.code(live);
    live.code = code;
    this.#journal.push(() => {
      live.code = old;
    });
  }

  create(live: Live): void {
    live.created = true;
    this.#journal.push(() => {
      live.created = false;
      live.slots.clear();
    });
    this.setNonce(live, 1n);
  }

  destroy(live: Live): void {
    live.gone = true;
    this.#journal.push(() => {
      live.gone = false;
    });
  }

  /** Where to come back to. */
  mark(): { journal: number; logs: number } {
    return { journal: this.#journal.length, logs: this.logs.length };
  }

  undo(mark: { journal: number; logs: number }): void {
    for (let n = this.#journal.length; n > mark.journal; n--) this.#journal.pop()?.();
    this.logs.length = mark.logs;
  }

  #or<T>(known: T | undefined, otherwise: T): T {
    if (known !== undefined) return known;
    this.missed = true;
    if (++this.#missing > MOST_MISSED) throw OUT_OF_STEPS;
    return otherwise;
  }
}
