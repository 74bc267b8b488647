import { type Address, getAddress, isAddressEqual, numberToHex, size } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import type { PoolHolder } from "@/lib/safety/facts";
import { isNobody } from "../isNobody";
import { type Finding, naming, WHOLE } from "../locks/finding";
import { tryLock } from "../locks/tryLock";
import { shareBps } from "../shareBps";
import type { Stakes } from "./stake";

export type Who = { creator: Address | null; owner: Address | null };

/** What can't matter is not tried. */
const LEAST_BPS = 100;
const MOST_LOCKS = 3;

/** Tells each holder of the pool for what it is; contracts are tried. `asset`: what they hold: the pair, or the position manager. */
export async function classify(
  chain: ChainView,
  pool: Address,
  asset: Address,
  { stakes, whole }: Stakes,
  who: Who,
): Promise<PoolHolder[]> {
  const heavy = [...stakes].sort((a, b) => Number(a.weight < b.weight) - Number(a.weight > b.weight));
  const codes = await Promise.all(heavy.map(({ holder }) => chain.code(holder)));
  let locks = 0;
  const told = heavy.map(async (stake, i): Promise<PoolHolder[]> => {
    const code = codes[i] ?? "0x";
    const { holder } = stake;
    const shown = { holder, shareBps: shareBps(stake.weight, whole), until: null };
    const plain = withoutTrying(holder, pool, code === "0x" || (size(code) === 23 && code.startsWith("0xef0100")), who);
    if (plain) return [{ ...shown, ...plain }];
    if (shown.shareBps < LEAST_BPS || locks++ >= MOST_LOCKS)
      return [{ ...shown, kind: "contract", why: "a contract with too small a share to be tried" }];
    if (stake.tokenId === null && !isAddressEqual(asset, pool)) {
      return [{ ...shown, kind: "contract", why: "a contract that holds its liquidity without the position manager, which we don't try" }];
    }
    const finding = await tryLock(chain, { ...stake, asset, ...who });
    return asHolders(chain, shown, finding);
  });
  return (await Promise.all(told)).flat();
}

function withoutTrying(holder: Address, pool: Address, plain: boolean, { creator, owner }: Who): Pick<PoolHolder, "kind" | "why"> | null {
  if (plain && isNobody(holder)) return { kind: "burned", why: "nobody has a key of this address" };
  if (creator && isAddressEqual(holder, creator)) return { kind: "creator", why: "the token's creator holds it" };
  if (owner && isAddressEqual(holder, owner)) return { kind: "owner", why: "the token's owner holds it" };
  if (plain) return { kind: "account", why: "a plain account holds it" };
  // A pair pays out whatever shares lie in it to whoever asks first.
  if (isAddressEqual(holder, pool)) return { kind: "fake_lock", why: "it lies in the pool itself, from where anybody can take it" };
  return null;
}

type Shown = Pick<PoolHolder, "holder" | "shareBps" | "until">;

async function asHolders(chain: ChainView, shown: Shown, finding: Finding): Promise<PoolHolder[]> {
  if (finding.kind === "unknown")
    return [{ ...shown, kind: "contract", why: `a contract that could not be tried to the end: ${finding.why}` }];
  if (finding.kind === "locked") {
    const why =
      finding.until === null
        ? "no call that we tried takes it out, within five years"
        : `calling ${finding.by?.selector} ${finding.by ? `as ${naming(finding.by)} ` : ""}takes it out from then on, and nothing that we tried before`;
    return [{ ...shown, kind: "locked", until: finding.until, why }];
  }
  const { by, share, why } = finding;
  if (share >= WHOLE || by.role === "anybody") {
    const contract = by.role === "master" && size(await chain.code(getAddress(numberToHex(by.address, { size: 20 })))) > 23;
    return [{ ...shown, kind: contract ? "contract" : "fake_lock", why: contract ? `${why}, which is a contract` : why }];
  }
  if (by.role !== "creator" && by.role !== "owner") return [{ ...shown, kind: "contract", why: `a part of it can be taken out: ${why}` }];
  // Such as a farm in which the creator is one of many.
  const own = Math.round((shown.shareBps * share) / 10_000);
  return [
    { ...shown, shareBps: own, kind: by.role, why: `in a contract: ${why}` },
    { ...shown, shareBps: shown.shareBps - own, kind: "contract", why: "a contract that pays it out to others" },
  ];
}
