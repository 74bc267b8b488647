import { concat, hexToBytes, numberToHex } from "viem";
import type { Compare } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import { type Attempt, type Caller, type Trials, type Tried, tryAll } from "./attempt";
import type { Ground } from "./ground";
import type { HolderFunction } from "./holderCode";
import type { Prey } from "./prey";

const STEPS = 7;
const MOST_GUIDED = 160;
const EQ = [0x14, 0x18];
/** Lengths are this small; numbers of things count from nothing below them. */
const SMALL = 10_000n;

type Guide = {
  functions: readonly HolderFunction[];
  callers: readonly Caller[];
  /** What an argument becomes that the code never got to. */
  amounts: readonly bigint[];
  seconds: bigint;
};
type Guided = { caller: Caller; fn: HolderFunction; args: bigint[]; open: Set<number> };

/**
 * Finds arguments that can't be guessed, such as the number of a lock: each argument starts as a value that nobody else
 * uses, and takes on whatever the code holds it against before it gives up.
 */
export async function guide(
  ground: Ground,
  prey: Prey,
  base: World,
  { functions, callers, amounts, seconds }: Guide,
  deadline: number,
): Promise<Trials> {
  let active = functions.flatMap((fn) => callers.flatMap((caller) => seeds(fn, caller, prey))).slice(0, MOST_GUIDED);
  const tried: Tried[] = [];
  let whole = true;
  for (let step = 0; step <= STEPS && active.length > 0; step++) {
    const attempts = new Map(active.map((one) => [attemptOf(one), one]));
    const trials = await tryAll(ground, prey, base, [...attempts.keys()], seconds, deadline);
    whole &&= trials.whole;
    tried.push(...trials.tried);
    active = trials.tried.flatMap(({ attempt, result }) => {
      const guided = attempts.get(attempt);
      if (!guided || guided.open.size === 0) return [];
      const next = result.ok || step === STEPS ? null : follow(guided, result.seen.compares);
      return next ? [next] : amounts.map((amount) => filled(guided, amount));
    });
  }
  return { tried, whole };
}

function filled({ caller, fn, args, open }: Guided, amount: bigint): Guided {
  return { caller, fn, args: args.map((arg, i) => (open.has(i) ? amount : arg)), open: new Set() };
}

/** Only what fits into a word each can be changed in place. */
function seeds(fn: HolderFunction, caller: Caller, { asset, tokenId }: Prey): Guided[] {
  const types = fn.arguments === "" ? [] : fn.arguments.split(",");
  if (types.length === 0 || types.some((type) => !/^(address|u?int\d*|bytes32|bool)$/.test(type))) return [];
  const marked = types.map((type, i) => markOf(type, i));
  const known = [asset, caller.address];
  const likely = types.map((type, i) => {
    if (type === "address") return known[Math.min(1, types.slice(0, i).filter((one) => one === "address").length)] ?? 0n;
    if (tokenId !== null && type === "uint256" && types.indexOf("uint256") === i) return tokenId;
    return marked[i] ?? 0n;
  });
  const openIn = (args: readonly bigint[]) => new Set(args.flatMap((arg, i) => (arg === marked[i] && types[i] !== "bool" ? [i] : [])));
  return [likely, marked].map((args) => ({ caller, fn, args, open: openIn(args) })).filter(({ open }) => open.size > 0);
}

function markOf(type: string, i: number): bigint {
  if (type === "bool") return 1n;
  if (type === "address") return (0x5eed5eed5eedn << 112n) + BigInt(i);
  const bits = Number(/\d+$/.exec(type)?.[0] ?? 256);
  return (0x2d5eed5eed5e00n + BigInt(i)) % (1n << BigInt(Math.min(bits - 1, 62)));
}

function attemptOf({ caller, fn, args, open }: Guided): Attempt {
  const data = hexToBytes(concat([fn.selector, ...args.map((arg) => numberToHex(arg, { size: 32 }))]));
  return { caller, selector: fn.selector, data, marks: new Set([caller.address, ...[...open].map((i) => args[i] ?? 0n)]) };
}

/** The last comparison before it gave up is the likeliest to be why. */
function follow({ caller, fn, args, open }: Guided, compares: readonly Compare[]): Guided | null {
  for (const { mark, other, op } of [...compares].reverse()) {
    const i = [...open].find((one) => args[one] === mark);
    if (i === undefined || other === mark || isWidth(other)) continue;
    const value = EQ.includes(op) || other >= SMALL ? other : other > 0n ? other - 1n : 0n;
    const next = args.map((arg, at) => (at === i ? value : arg));
    return { caller, fn, args: next, open: new Set([...open].filter((one) => one !== i)) };
  }
  return null;
}

/** What checks of a type compare with: 2^n, or one less. */
function isWidth(value: bigint): boolean {
  return value > 0xffffffffn && ((value & (value - 1n)) === 0n || (value & (value + 1n)) === 0n);
}
