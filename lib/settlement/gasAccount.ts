import "server-only";
import type postgres from "postgres";
import type { Address, Hex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { nextNonce, resetNonce } from "@/db/queries/gasAccounts";
import type { Node } from "./node";

/** A key that pays gas, and its place in the order of its own transactions. The ledger has the last word on that place. */
export class GasAccount {
  readonly address: Address;
  readonly privateKey: Hex;
  /** Batches that wait for the chain. */
  inFlight = 0;
  /** The node said that it can't pay; tried again when its balance is looked at next. */
  empty = false;
  #next: number | null = null;

  constructor(privateKey: Hex) {
    this.privateKey = privateKey;
    this.address = privateKeyToAccount(privateKey).address;
  }

  /** As the ledger keeps it. */
  get sender(): string {
    return this.address.toLowerCase();
  }

  async nonce(sql: postgres.Sql, network: string, chain: Node): Promise<number> {
    if (this.#next !== null) return this.#next;
    const known = await nextNonce(sql, network, this.sender);
    const onChain = await chain.nonce(this.address, "pending");
    if (known === null || known !== onChain) await resetNonce(sql, network, this.sender, known, onChain);
    this.#next = (await nextNonce(sql, network, this.sender)) ?? onChain;
    return this.#next;
  }

  used(nonce: number): void {
    this.#next = nonce + 1;
  }

  /** Another process signed with it, or the chain knows better: asked again before the next transaction. */
  forget(): void {
    this.#next = null;
  }
}
