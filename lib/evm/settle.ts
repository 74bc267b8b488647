import type { Live } from "./live";
import type { State } from "./state";
import type { Seen } from "./types";

type Changes = Pick<Seen, "writes" | "touched">;

/** Writes what a call did into its world, and tells what that was. */
export function settleState({ accounts, world }: State): Changes {
  const changes: Changes = { writes: new Map(), touched: new Set() };
  for (const live of accounts.values()) {
    const { address, created, gone, balance } = live;
    if (gone) {
      if (live.balanceBefore !== 0n) changes.touched.add(address);
      world.setBalance(address, 0n);
      continue;
    }
    if (created) world.setOwn(address);
    if (balance !== undefined && balance !== live.balanceBefore) {
      world.setBalance(address, balance);
      changes.touched.add(address);
    }
    if (live.nonce !== undefined && live.nonce !== live.nonceBefore) world.setNonce(address, live.nonce);
    if (live.code !== live.codeBefore && live.code) {
      world.setCode(address, live.code);
      changes.touched.add(address);
    }
    settleSlots(live, world, changes);
  }
  return changes;
}

function settleSlots(live: Live, world: State["world"], { writes }: Changes): void {
  let written: Map<bigint, { before: bigint; after: bigint }> | undefined;
  for (const [slot, { before, value }] of live.slots) {
    if (before === value) continue;
    world.setSlot(live.address, slot, value);
    written ??= new Map();
    written.set(slot, { before, after: value });
  }
  if (written) writes.set(live.address, written);
}

export function readsOf({ accounts }: State): Seen["reads"] {
  const reads: Seen["reads"] = new Map();
  for (const [address, { slots }] of accounts) {
    let read: Set<bigint> | undefined;
    for (const [slot, cell] of slots) {
      if (!cell.read) continue;
      read ??= new Set();
      read.add(slot);
    }
    if (read) reads.set(address, read);
  }
  return reads;
}
