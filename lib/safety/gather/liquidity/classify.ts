import { type Address, isAddressEqual, size } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import type { PoolHolder } from "@/lib/safety/facts";
import { isNobody } from "../isNobody";
import { type Deposits, readDeposits } from "../locks/deposits";
import { tryLock } from "../locks/tryLock";
import { shareBps } from "../shareBps";
import { asHolders } from "./asHolders";
import type { Stake, Stakes } from "./stake";

export type Who = { creator: Address | null; owner: Address | null };

/** What can't matter is not tried. */
const LEAST_BPS = 100;
const MOST_LOCKS = 3;
const MOST_ASKED = 10;
const NO_NOTES: Deposits = { senders: [], words: [] };

/** Tells each holder of the pool for what it is; contracts are tried. `asset`: what they hold: the pair, or the position manager. */
export async function classify(
  chain: ChainView,
  pool: Address,
  asset: Address,
  { stakes, whole }: Stakes,
  who: Promise<Who>,
): Promise<PoolHolder[]> {
  const heavy = [...stakes].sort((a, b) => Number(a.weight < b.weight) - Number(a.weight > b.weight));
  const shares = heavy.map(({ weight }) => shareBps(weight, whole));
  const matters = (i: number) => i < MOST_ASKED && (shares[i] ?? 0) >= LEAST_BPS;
  const [codes, notes] = await Promise.all([
    Promise.all(heavy.map(({ holder }) => chain.code(holder))),
    Promise.all(heavy.map(({ holder, deposits }, i) => (matters(i) ? readDeposits(chain, holder, deposits) : NO_NOTES))),
  ]);
  let locks = 0;
  const told = heavy.map(async (stake, i): Promise<PoolHolder[]> => {
    const code = codes[i] ?? "0x";
    const { holder } = stake;
    const note = notes[i] ?? NO_NOTES;
    const shown = { holder, shareBps: shares[i] ?? 0, until: null };
    const isPlain = code === "0x" || (size(code) === 23 && code.startsWith("0xef0100"));
    if (isPlain) return [{ ...shown, ...plainHolder(stake, note, await who) }];
    const skipped = cantTry(stake, pool, asset) ?? (matters(i) && locks++ < MOST_LOCKS ? null : TOO_SMALL);
    const lock = skipped ? null : await chain.unreachable(tryLock(chain, { ...stake, who, code, asset, notes: note }));
    const named = isOneOf(holder, await who);
    if (named) return [{ ...shown, ...named }];
    return lock ? asHolders(chain, shown, lock) : [{ ...shown, ...(skipped ?? TOO_SMALL) }];
  });
  return (await Promise.all(told)).flat();
}

type Told = Pick<PoolHolder, "kind" | "why">;

const TOO_SMALL: Told = { kind: "contract", why: "a contract with too small a share to be tried" };

function cantTry({ holder, tokenId }: Stake, pool: Address, asset: Address): Told | null {
  // A pair pays out whatever shares lie in it to whoever asks first.
  if (isAddressEqual(holder, pool)) return { kind: "fake_lock", why: "it lies in the pool itself, from where anybody can take it" };
  if (tokenId !== null || isAddressEqual(asset, pool)) return null;
  return { kind: "contract", why: "a contract that holds its liquidity without the position manager, which we don't try" };
}

function plainHolder({ holder, depositors }: Stake, { senders }: Deposits, { creator, owner }: Who): Told {
  if (isNobody(holder)) return { kind: "burned", why: "nobody has a key of this address" };
  const named = isOneOf(holder, { creator, owner });
  if (named) return named;
  // Who was handed it is the same person, or does as told.
  const from = [...senders, ...depositors];
  const gave = (address: Address | null) => address !== null && from.some((one) => isAddressEqual(one, address));
  if (gave(creator)) return { kind: "creator", why: "a plain account that got it from the token's creator" };
  if (gave(owner)) return { kind: "owner", why: "a plain account that got it from the token's owner" };
  return { kind: "account", why: "a plain account holds it" };
}

function isOneOf(holder: Address, { creator, owner }: Who): Told | null {
  if (creator && isAddressEqual(holder, creator)) return { kind: "creator", why: "the token's creator holds it" };
  if (owner && isAddressEqual(holder, owner)) return { kind: "owner", why: "the token's owner holds it" };
  return null;
}
