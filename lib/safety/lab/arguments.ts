import { calldata, MAX_WORD, putWord } from "./bytes";
import { encodeNested } from "./encodeNested";
import type { Fn } from "./ground";
import { SEL } from "./selectors";

/** Words for the arguments of a function, by their place. */
export type Profile = { words: bigint[]; data: Uint8Array };

export type Roles = {
  holder: bigint;
  actor: bigint;
  fresh: bigint;
  pool: bigint;
  plant: bigint;
  refuser: bigint;
  token: bigint;
  /** What the holder has: an amount that matters. */
  amount: bigint;
  supply: bigint;
  /** Where the holder's balance is kept, where that could be seen. */
  balanceSlot: bigint | null;
  /** Words that the code was seen to compare its arguments with. */
  hints: bigint[];
  /** The exchange and its like: nobody has a key of these. */
  apart: ReadonlySet<bigint>;
  /** Names of roles that the token answers itself. */
  names: bigint[];
};

const MOST_PROFILES = 56;
/** 99, 25 and 9,000 in every eight, sixteen or thirty-two bits. */
const PACKED = [repeated(99n, 8), repeated(99n, 16), repeated(9_000n, 16), repeated(25n, 16), repeated(9_000n, 32), repeated(25n, 8)];
/** Stands for what is missing to the end of a type's range after the argument before it. */
const REST = -1n;

/** Calls of a function with arguments made to matter, the likeliest first. */
export function profiles({ selector, types }: Fn, roles: Roles): Profile[] {
  const found = new Map<string, Profile>();
  for (const addresses of addressCasts(count(types, "address"), roles)) {
    for (const numbers of numberCasts(count(types, "number"), roles, addresses.length > 0)) {
      for (const flags of flagCasts(count(types, "flag"))) {
        for (const name of count(types, "name") > 0
          ? [0n, ...(roles.balanceSlot === null ? [] : [roles.balanceSlot]), ...roles.names.slice(0, 6)]
          : [0n]) {
          const words = fill(types, addresses, numbers, flags, name);
          const key = words.join();
          if (!found.has(key)) found.set(key, { words, data: encode(selector, types, words) });
          if (found.size >= MOST_PROFILES) return [...found.values()];
        }
      }
    }
  }
  return [...found.values()];
}

type Kind = "address" | "number" | "flag" | "name" | "other";

export function kindOf(type: string): Kind {
  const base = type.replace(/\[\d*\]$/, "");
  if (base === "address") return "address";
  if (base === "bool") return "flag";
  if (/^u?int\d*$/.test(base)) return "number";
  return base === "bytes32" ? "name" : "other";
}

function count(types: readonly string[], kind: Kind): number {
  const direct = types.filter((type) => kindOf(type) === kind).length;
  // Structs take one address for all of theirs.
  return direct === 0 && kind === "address" && types.some((type) => type.includes("(") && type.includes("address")) ? 1 : direct;
}

function addressCasts(n: number, r: Roles): bigint[][] {
  if (n === 0) return [[]];
  const hinted = r.hints.filter((word) => word > 1n << 96n && word < 1n << 160n);
  if (n === 1) return [r.holder, r.pool, r.actor, r.plant, r.refuser, r.fresh, r.token, ...hinted, 0n].map((a) => [a]);
  const pairs = [
    [r.holder, r.actor],
    [r.actor, r.holder],
    [r.holder, r.fresh],
    [r.pool, r.actor],
    [r.fresh, r.holder],
    [r.refuser, r.refuser],
    [r.plant, r.plant],
    [r.token, r.actor],
    [r.holder, r.holder],
  ];
  return pairs.map((pair) => Array.from({ length: n }, (_, i) => pair[i] ?? pair[1] ?? 0n));
}

function numberCasts(n: number, { holder, amount, supply, balanceSlot, hints, names }: Roles, withAddress: boolean): bigint[][] {
  if (n === 0) return [[]];
  const hinted = hints.filter((word) => word > 0n && word < 1n << 128n).flatMap((word) => [word, word + 1n, word - 1n]);
  const plain = withAddress
    ? [amount, 0n, 1n, ...names.slice(0, 4), 100n, MAX_WORD, 25n, 10_000n, 99n, ...hinted]
    : [0n, 100n, 1n, 99n, 10_000n, 25n, 50n, 1_000n, 9_900n, amount, MAX_WORD, supply / 10n, 10n ** 18n, 5n, 10n, 33n, 3_000n, ...hinted];
  const even = plain.map((word) => Array.from({ length: n }, () => word));
  // Several figures in one word, and an address with a flag beside it.
  if (n === 1) return [...even.slice(0, 9), ...[...PACKED, holder | (1n << 160n), holder].map((word) => [word]), ...even.slice(9)];
  const one = (word: bigint, at: number) => Array.from({ length: n }, (_, i) => (i === at ? word : 0n));
  const single = [99n, 25n, 9_900n, amount].flatMap((word) => Array.from({ length: Math.min(n, 4) }, (_, at) => one(word, at)));
  // Two that add up to nothing where sums run over.
  const over = [99n, 200n].map((word) => Array.from({ length: n }, (_, i) => (i === 0 ? word : i === 1 ? REST : 0n)));
  const writes = balanceSlot === null ? [] : [1n, 0n].map((word) => Array.from({ length: n }, (_, i) => (i === 0 ? balanceSlot : word)));
  return [...writes, ...even.slice(0, 6), ...single, ...over, ...even.slice(6)];
}

function flagCasts(n: number): bigint[][] {
  if (n === 0) return [[]];
  const even = [0n, 1n].map((word) => Array.from({ length: n }, () => word));
  return n === 1 ? even : [...even, [1n, ...Array.from({ length: n - 1 }, () => 0n)], [0n, ...Array.from({ length: n - 1 }, () => 1n)]];
}

function fill(types: readonly string[], addresses: bigint[], numbers: bigint[], flags: bigint[], name: bigint): bigint[] {
  const next = { address: 0, number: 0, flag: 0 };
  let last = 0n;
  if (types.some((type) => type.includes("("))) return [addresses[0] ?? 0n, ...types.slice(1).map(() => 0n)];
  return types.map((type) => {
    const kind = kindOf(type);
    if (kind === "address") return addresses[next.address++] ?? 0n;
    if (kind === "number") {
      const number = numbers[next.number++] ?? 0n;
      last = number === REST ? (1n << BigInt(/\d+/.exec(type.replace(/\[.*$/, ""))?.[0] ?? 256)) - last : within(number, type);
      return last;
    }
    if (kind === "flag") return flags[next.flag++] ?? 0n;
    return kind === "name" ? name : 0n;
  });
}

/** Larger than its type holds would be refused before it is looked at. */
function within(word: bigint, type: string): bigint {
  const bits = BigInt(/\d+/.exec(type.replace(/\[.*$/, ""))?.[0] ?? 256);
  const most = type.startsWith("int") ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n;
  return word > most ? most : word;
}

/** Static values in their places; lists of one element and empty texts behind them. */
function encode(selector: number, types: readonly string[], words: readonly bigint[]): Uint8Array {
  if (types.some((type) => type.includes("(")))
    return encodeNested(
      selector,
      types,
      words.find((word) => word > 1n << 96n && word < 1n << 160n),
    );
  const head: bigint[] = [];
  const tail: bigint[] = [];
  types.forEach((type, i) => {
    const word = words[i] ?? 0n;
    const list = /\[\d*\]$/.test(type);
    if (!list && type !== "bytes" && type !== "string") {
      head.push(word);
      return;
    }
    head.push(BigInt((types.length + tail.length) * 32));
    if (list) tail.push(1n, word);
    else if (type === "bytes") tail.push(4n, BigInt(SEL.renounce) << 224n);
    else tail.push(0n);
  });
  const data = calldata(selector, head);
  if (tail.length === 0) return data;
  const whole = new Uint8Array(data.length + tail.length * 32);
  whole.set(data);
  tail.forEach((word, i) => {
    putWord(whole, data.length + i * 32, word);
  });
  return whole;
}

function repeated(value: bigint, bits: number): bigint {
  let word = 0n;
  for (let at = 0; at < 256; at += bits) word |= value << BigInt(at);
  return word;
}
