import type { Address, Hex } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { World } from "@/lib/evm/world";
import { type Caller, tryAll } from "./attempt";
import type { Deposits } from "./deposits";
import { type Finding, judgeNow } from "./finding";
import { openGround } from "./ground";
import { guide } from "./guide";
import { type HolderFunction, readHolderCode } from "./holderCode";
import { addressesAmong, learn } from "./learn";
import { amountsAmong, planAttempts } from "./planAttempts";
import { findPrey } from "./prey";
import { findShortcut } from "./shortcut";
import { unsolved } from "./unsolved";
import { findUntil, LATE } from "./until";

export type Lock = {
  holder: Address;
  code: Hex;
  /** Pair of V2, or position manager of V3. */
  asset: Address;
  tokenId: bigint | null;
  depositors: readonly Address[];
  notes: Deposits;
  who: Promise<{ creator: Address | null; owner: Address | null }>;
};

const MOST_MS = 2_500;
const FEW = 6;
const MANY = 24;

/** Tries to get out what a contract holds of a pool: now, later, and after whatever its masters can change. */
export async function tryLock(chain: ChainView, lock: Lock): Promise<Finding> {
  const holder = BigInt(lock.holder);
  const { notes } = lock;
  const ground = await openGround(chain, { ...lock, to: notes.senders[0] ?? null });
  const code = await readHolderCode(ground, holder);
  if ("why" in code) return { kind: "unknown", why: code.why };
  const prey = await findPrey(ground, { holder, asset: BigInt(lock.asset), tokenId: lock.tokenId });
  if (!prey) return { kind: "unknown", why: "what it holds could not be read on our copy of the chain" };

  const base = World.over(ground.fork.source);
  const known = knownCallers(await lock.who, [...notes.senders, ...lock.depositors]);
  const deadline = Date.now() + MOST_MS;
  const plan = (who: readonly Caller[], words: readonly bigint[], most: number, functions: readonly HolderFunction[]) =>
    planAttempts({ functions, callers: who, words, prey, now: ground.block.timestamp }, most);
  const first = await tryAll(ground, prey, base, plan(known, notes.words, FEW, code.functions), 0n, deadline);
  const words = [...notes.words, ...learn(base, prey, first.tried)];
  const callers = [...known, ...newMasters(words, known, [holder, prey.asset, ...code.targets])];
  const changing = code.functions.filter(({ changes }) => changes);
  const second = await tryAll(ground, prey, base, plan(callers, words, MANY, changing), 0n, deadline);
  const guiding = { functions: changing, callers, amounts: amountsAmong(words, prey) };
  const third = await guide(ground, prey, base, { ...guiding, seconds: 0n }, deadline);
  const tried = [...first.tried, ...second.tried, ...third.tried];
  const now = judgeNow(prey, tried, code.targets);
  if (now) return now;

  const late = await guide(ground, prey, base, { ...guiding, seconds: LATE }, deadline);
  const opening = await findUntil(ground, prey, base, [...tried, ...late.tried], words, deadline);
  const keys = opening.hits.map(({ attempt }) => attempt);
  const shortcut = await findShortcut(ground, prey, tried, keys, deadline);
  if (shortcut) return shortcut;
  if (opening.until !== null) return { kind: "locked", until: opening.until, by: keys[0] ?? null };
  if (![first, second, third, late, opening].every(({ whole }) => whole))
    return { kind: "unknown", why: "not everything could be tried in time" };
  const shut = unsolved(code, [...tried, ...late.tried, ...opening.tried]);
  return shut ? { kind: "unknown", why: `calling ${shut} could not be made to work` } : { kind: "locked", until: null, by: null };
}

/** A stranger comes last, since what anybody may do says the least about whom. */
function knownCallers({ creator, owner }: Awaited<Lock["who"]>, depositors: readonly Address[]): Caller[] {
  const roles: [Address | null, Caller["role"]][] = [
    [creator, "creator"],
    [owner, "owner"],
    ...depositors.map((address): [Address, Caller["role"]] => [address, "depositor"]),
  ];
  const known = new Map<bigint, Caller>();
  for (const [address, role] of roles) {
    if (address && !known.has(BigInt(address))) known.set(BigInt(address), { address: BigInt(address), role });
  }
  return [...[...known.values()].slice(0, 5), { address: 0x5ca1ab1e00000000000000000000000000c0ffeen, role: "anybody" }];
}

function newMasters(words: readonly bigint[], callers: readonly Caller[], but: readonly bigint[]): Caller[] {
  const known = new Set([...callers.map(({ address }) => address), ...but]);
  return addressesAmong(words)
    .filter((address) => !known.has(address))
    .slice(0, 8)
    .map((address): Caller => ({ address, role: "master" }));
}
