import type { Source } from "./types";

const NOTHING = new Uint8Array();

type Account = {
  code?: Uint8Array;
  balance?: bigint;
  nonce?: bigint;
  slots: Map<bigint, bigint>;
  /** Made here: nothing below shows through. */
  own: boolean;
};

/** State over a source, in layers: reads fall through to the layer below, writes stay on top. A layer with living forks isn't written. */
export class World {
  readonly #accounts = new Map<bigint, Account>();
  readonly #below: World | null;
  readonly #source: Source;

  private constructor(source: Source, below: World | null) {
    this.#source = source;
    this.#below = below;
  }

  static over(source: Source): World {
    return new World(source, null);
  }

  fork(): World {
    return new World(this.#source, this);
  }

  code(address: bigint): Uint8Array {
    return this.peekCode(address) ?? NOTHING;
  }

  slot(address: bigint, slot: bigint): bigint {
    return this.peekSlot(address, slot) ?? 0n;
  }

  balance(address: bigint): bigint {
    return this.peekBalance(address) ?? 0n;
  }

  nonce(address: bigint): bigint {
    return this.peekNonce(address) ?? 0n;
  }

  setCode(address: bigint, code: Uint8Array): void {
    this.#account(address).code = code;
  }

  setSlot(address: bigint, slot: bigint, value: bigint): void {
    this.#account(address).slots.set(slot, value);
  }

  setBalance(address: bigint, balance: bigint): void {
    this.#account(address).balance = balance;
  }

  setNonce(address: bigint, nonce: bigint): void {
    this.#account(address).nonce = nonce;
  }

  /** An account that was just created: whatever the source might say of its storage doesn't count. */
  setOwn(address: bigint): void {
    const account = this.#account(address);
    account.own = true;
    account.slots.clear();
  }

  /** The four peeks say `undefined` where the source doesn't know yet. */
  peekCode(address: bigint): Uint8Array | undefined {
    for (let layer: World | null = this; layer; layer = layer.#below) {
      const account = layer.#accounts.get(address);
      if (account?.code) return account.code;
      if (account?.own) return NOTHING;
    }
    return this.#source.code(address);
  }

  peekSlot(address: bigint, slot: bigint): bigint | undefined {
    for (let layer: World | null = this; layer; layer = layer.#below) {
      const account = layer.#accounts.get(address);
      if (!account) continue;
      const value = account.slots.get(slot);
      if (value !== undefined) return value;
      if (account.own) return 0n;
    }
    return this.#source.slot(address, slot);
  }

  peekBalance(address: bigint): bigint | undefined {
    for (let layer: World | null = this; layer; layer = layer.#below) {
      const balance = layer.#accounts.get(address)?.balance;
      if (balance !== undefined) return balance;
    }
    return this.#source.balance(address);
  }

  peekNonce(address: bigint): bigint | undefined {
    for (let layer: World | null = this; layer; layer = layer.#below) {
      const nonce = layer.#accounts.get(address)?.nonce;
      if (nonce !== undefined) return nonce;
    }
    return this.#source.nonce ? this.#source.nonce(address) : 0n;
  }

  /** 0 where the source can't tell hashes of blocks. */
  peekBlockHash(number: bigint): bigint | undefined {
    return this.#source.blockHash ? this.#source.blockHash(number) : 0n;
  }

  #account(address: bigint): Account {
    let account = this.#accounts.get(address);
    if (!account) {
      account = { slots: new Map(), own: false };
      this.#accounts.set(address, account);
    }
    return account;
  }
}
