import { type Address, getAddress, hexToBigInt } from "viem";
import { findCreation } from "@/lib/chain/creation";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import type { AuthorityFacts, Facts, LiquidityFacts, ProxyFacts, TradedPool } from "../facts";
import { addressHex } from "../lab/bytes";
import type { Examined } from "../lab/examine";
import type { People } from "../lab/ground";
import { gatherHolders } from "./gatherHolders";
import { gatherLiquidity } from "./gatherLiquidity";
import { knowAuthority } from "./knowAuthority";
import { readTokenLogs } from "./tokenLogs";

type Known = { exchange: Exchange | null; pools: readonly TradedPool[]; owner: Address | null; proxy: ProxyFacts };

/** What is known beside trying: at once for whoever tries, and the rest once it is known who has power. */
export type Gathered = { forLab: People; finish: (examined: Examined) => Promise<Pick<Facts, "liquidity" | "holders" | "authorities">> };

const NO_POOL: LiquidityFacts = { shares: [], complete: false, createdAt: null, why: "No pool trades it." };

/** Who made the token, who holds it and who holds its pool. */
export async function gatherPeople(chain: ChainView, token: Address, known: Known): Promise<Gathered> {
  const { exchange, pools, owner, proxy } = known;
  const creation = findCreation(chain, token, owner ? [owner] : []);
  const who = creation.then(({ creator }) => ({ creator, owner }));
  const [deepest] = pools;
  const liquidity = exchange && deepest ? gatherLiquidity(chain, exchange, token, deepest, who) : Promise.resolve(NO_POOL);
  // Whoever waits for them below hears of trouble there.
  for (const early of [who, liquidity]) early.catch(() => undefined);
  const holding = readTokenLogs(chain, token).then(async (logs) => {
    const traded = pools.map(({ address }) => address);
    return { logs, holders: await gatherHolders(chain, token, { pools: traded, owner, logs, made: creation }) };
  });
  const [{ creator }, { holders, logs }] = await Promise.all([creation, holding]);
  return {
    forLab: {
      owner: owner && hexToBigInt(owner),
      creator: creator && hexToBigInt(creator),
      admins: proxy.admin ? [hexToBigInt(proxy.admin)] : [],
      wallets: holders.wallets.map((wallet) => hexToBigInt(wallet)),
      seen: holders.seen.map((address) => hexToBigInt(address)),
      seenAll: logs.complete,
    },
    finish: async (examined) => {
      const powerful = [...new Set(examined.powers.flatMap((power) => power.holders))].map(addressHex);
      const asked = [...powerful, ...[owner, proxy.admin].filter((address) => address !== null)];
      const told = await knowAuthority(chain, [...new Set(asked.map((address) => getAddress(address)))], token);
      return {
        liquidity: await liquidity,
        holders,
        authorities: new Map<string, AuthorityFacts>(told.map((one) => [one.address.toLowerCase(), one])),
      };
    },
  };
}
