import { type Address, encodeFunctionData, getAddress, type Hex } from "viem";
import { ERC20 } from "@/lib/chain/abi";
import type { ChainView } from "@/lib/chain/openChain";
import type { LogWindow } from "@/lib/chain/readLogs";
import type { HoldersFacts } from "@/lib/safety/facts";
import { isNobody } from "./isNobody";
import { type Holder, readHolders } from "./readHolders";
import { sendersOf } from "./sendersOf";
import { shareBps } from "./shareBps";
import { noteSender, type Tally, tallyLogs } from "./tallyLogs";
import { word } from "./word";

const MOST_BALANCES = 200;
const MOST_SEEN = 60;
const TOP = 10;
const WALLETS = 5;
/** Of the supply: what may be missing without a word, since rounding and rebasing lose some. */
const ENOUGH_BPS = 9_900;

/** `made`: who made the token and by which transaction; it may still be on its way. */
type Known = { pools: readonly Address[]; owner: Address | null; logs: LogWindow; made: Made | Promise<Made> };
type Made = { creator: Address | null; transaction: Hex | null };

/** Who holds the token at the block. The logs only say whom to ask; what they hold is read. One round trip, seldom two. */
export async function gatherHolders(chain: ChainView, token: Address, { owner, logs, ...known }: Known): Promise<HoldersFacts> {
  const pools = new Set(known.pools.map((pool) => getAddress(pool)));
  const made = Promise.resolve(known.made);
  const tally = tallyLogs(logs.logs);
  const asked = likeliest(tally, [...pools, owner]);
  const [supply, holders, sent, { creator }] = await Promise.all([
    chain.read(token, encodeFunctionData({ abi: ERC20, functionName: "totalSupply" })).then((data) => word(data)),
    readHolders(chain, token, pools, asked),
    sendersOf(chain, logs.logs, made),
    made,
  ]);
  for (const who of [...sent.senders, ...sent.named]) noteSender(tally, who);
  // Whoever made it is nearly always among those whom its logs name.
  const unasked = creator !== null && !asked.includes(getAddress(creator)) ? await readHolders(chain, token, pools, [creator]) : [];
  const shareOf = (address: Address | null) => (address ? shareBps(balanceIn([...unasked, ...holders], address), supply) : null);
  const why = whatIsMissing(logs, tally, asked, holders, supply);
  return {
    count: logs.complete && logs.logs.length > 0 ? countHolders(tally, asked, holders) : null,
    complete: why === null,
    top: holders
      .slice(0, TOP)
      .flatMap(({ address, balance, kind }) => (kind ? [{ address, balance, shareBps: shareBps(balance, supply), kind }] : [])),
    creator,
    creatorShareBps: shareOf(creator),
    ownerShareBps: shareOf(owner),
    wallets: findWallets(holders, tally, pools, [creator, owner]),
    seen: seenMost(tally, [...pools, token]),
    why,
  };
}

/** Those who matter anyway, and whoever should hold the most by the logs. */
function likeliest({ net }: Tally, anyway: readonly (Address | null)[]): Address[] {
  const byNet = [...net].filter(([, value]) => value > 0n).sort(([, a], [, b]) => Number(a < b) - Number(a > b));
  const all = [...anyway.flatMap((address) => (address ? [getAddress(address)] : [])), ...byNet.map(([address]) => address)];
  return [...new Set(all)].slice(0, MOST_BALANCES);
}

function balanceIn(holders: readonly Holder[], address: Address): bigint {
  return holders.find((holder) => holder.address === getAddress(address))?.balance ?? 0n;
}

/** Of those who were not asked, the logs say whether they hold any. */
function countHolders({ net }: Tally, asked: readonly Address[], holders: readonly Holder[]): number {
  const read = new Set(asked);
  return holders.length + [...net].filter(([address, value]) => value > 0n && !read.has(address)).length;
}

function whatIsMissing(
  logs: LogWindow,
  { net }: Tally,
  asked: readonly Address[],
  holders: readonly Holder[],
  supply: bigint | null,
): string | null {
  if (logs.from === null) return "The token's logs could not be read, so that its holders are not known.";
  if (!logs.complete) return `The token's logs could be read from block ${logs.from} on only; older holders are missing.`;
  const read = new Set(asked);
  const more = [...net].some(([address, value]) => value > 0n && !read.has(address));
  const held = holders.reduce((sum, { balance }) => sum + balance, 0n);
  if (!more && shareBps(held, supply) < ENOUGH_BPS) return "The logs name holders of a part of the supply only.";
  return null;
}

/** Whoever bought is the most like our buyer; creator and owner may be excused from what others suffer. */
function findWallets(
  holders: readonly Holder[],
  { sources }: Tally,
  pools: ReadonlySet<Address>,
  but: readonly (Address | null)[],
): Address[] {
  const bought = (address: Address) => [...(sources.get(address) ?? [])].some((source) => pools.has(source));
  const plain = holders.filter(
    ({ address, kind, delegated }) => kind === "account" && !delegated && !but.some((one) => one && getAddress(one) === address),
  );
  return [...plain]
    .sort((a, b) => Number(bought(b.address)) - Number(bought(a.address)))
    .slice(0, WALLETS)
    .map(({ address }) => address);
}

function seenMost({ weight }: Tally, but: readonly Address[]): Address[] {
  const known = new Set(but.map((address) => getAddress(address)));
  return [...weight]
    .filter(([address]) => !known.has(address) && !isNobody(address))
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SEEN)
    .map(([address]) => address);
}
