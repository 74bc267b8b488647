import type { Hex } from "viem";
import { addressOf } from "@/lib/chain/evmWords";
import { execute } from "@/lib/evm/execute";
import type { BlockEnv } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import { CAST, type Call } from "./cast";
import type { Intake, Outlet, Pull } from "./marks";

export type Stage = { world: World; env: BlockEnv; self: bigint; until: number };

const ETHER = 10n ** 18n;
const GAS = 1_500_000;
const MOST_STEPS = 60_000;
const TRANSFER_FROM = [0x23, 0xb8, 0x72, 0xdd];
const FROM_AT = 4;

/** A stranger sends an ether; null when the contract doesn't take it. */
export function takeEther({ world, env, self }: Stage, selector: Hex | null, data: Uint8Array): Intake | null {
  const after = world.fork();
  const call = { from: CAST.stranger, to: self, data, value: ETHER, gas: GAS };
  const { ok, logs, seen } = execute(after, env, call, { maxSteps: MOST_STEPS });
  if (!ok || after.balance(CAST.stranger) >= world.balance(CAST.stranger)) return null;
  const gainer = [...seen.touched].find((one) => one !== self && one !== CAST.stranger && after.balance(one) > world.balance(one));
  return { selector, taker: gainer === undefined ? null : addressOf(gainer), noted: logs.length > 0 || seen.writes.size > 0 };
}

/** Calls by which this actor makes the contract's ether go to somebody. */
export function takeOut({ world, env, self, until }: Stage, calls: readonly Call[], actor: bigint): Outlet[] {
  return calls.flatMap(({ selector, data }): Outlet[] => {
    if (Date.now() > until) return [];
    const after = world.fork();
    const { ok, seen } = execute(after, env, { from: actor, to: self, data, gas: GAS }, { maxSteps: MOST_STEPS });
    if (!ok || after.balance(self) >= world.balance(self)) return [];
    const gainer = [...seen.touched].find((one) => one !== self && after.balance(one) > world.balance(one));
    if (gainer === undefined) return [];
    return [{ selector, by: actor === CAST.stranger ? null : addressOf(actor), to: addressOf(gainer) }];
  });
}

/** Calls by which this actor takes tokens from somebody who only approved the contract. */
export function takeTokens({ world, env, self, until }: Stage, calls: readonly Call[], actor: bigint): Pull[] {
  return calls.flatMap(({ selector, data }): Pull[] => {
    if (Date.now() > until) return [];
    const { ok, logs } = execute(world.fork(), env, { from: actor, to: self, data, gas: GAS }, { maxSteps: MOST_STEPS });
    const taken = ok && logs.some((log) => log.address === CAST.token && isFromVictim(log.data));
    return taken ? [{ selector, by: actor === CAST.stranger ? null : addressOf(actor) }] : [];
  });
}

/** What the listening token repeated: transferFrom(victim, …). */
function isFromVictim(data: Uint8Array): boolean {
  if (data.length < FROM_AT + 32 || !TRANSFER_FROM.every((byte, i) => data[i] === byte)) return false;
  const from = data.subarray(FROM_AT + 12, FROM_AT + 32).reduce((word, byte) => (word << 8n) | BigInt(byte), 0n);
  return from === CAST.victim;
}
