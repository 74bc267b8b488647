import "server-only";
import { type Address, getAddress, type PublicClient } from "viem";
import { exchangeOn } from "@/lib/chain/exchanges";
import { type ChainView, openChain } from "@/lib/chain/openChain";
import { fetchWanted } from "@/lib/evm/fetchWanted";
import type { ToolContext } from "@/lib/tools/define";
import { examineInThread } from "./examineInThread";
import type { Facts } from "./facts";
import { lookAtAccount } from "./gather/account";
import { readCode } from "./gather/code";
import { findPools } from "./gather/findPools";
import { findFunctions } from "./gather/functions";
import { readMetadata } from "./gather/metadata";
import { readOwner } from "./gather/owner";
import { gatherPeople } from "./gather/people";
import { layGround } from "./layGround";
import { recall, remember } from "./recall";

/** `chain`: for further questions about the same block. */
export type Inspected = { facts: Facts; block: bigint };
/** `ageSeconds`: how long ago it was found out. */
export type Inspection = Inspected & { chain: ChainView; ageSeconds: number };

/** Gathers and tries everything about a token at one block; nothing is judged yet. */
export async function inspect(token: Address, chainId: string, client: PublicClient, ctx: ToolContext): Promise<Inspection> {
  const exchange = exchangeOn(chainId, ctx);
  const chain = await openChain(client, ctx.signal);
  // A block stays as it is; asked again in the next one, everything is looked at anew.
  const key = `${chainId} ${getAddress(token)} ${chain.block.number} ${chain.block.timestamp}`;
  const known = recall(key);
  if (known) return { ...known.found, chain, ageSeconds: known.ageSeconds };
  const [account, metadata, owner, pools] = await Promise.all([
    lookAtAccount(chain, token),
    readMetadata(chain, token),
    readOwner(chain, token),
    findPools(chain, exchange, token),
  ]);
  const code = await readCode(account.codes);
  const people = gatherPeople(chain, token, { exchange, pools: pools.pools, owner: owner.address, proxy: account.proxy });
  // Whoever waits for it hears of trouble there; nobody may.
  people.catch(() => undefined);
  const ground = layGround({ chain, chainId, token, exchange, pools: pools.pools, owner, account, code });
  const examined = await examineInThread(
    ground,
    {
      state: (wanted) => chain.unreachable(fetchWanted(chain.ask, chain.block, wanted)),
      functions: findFunctions,
      people: async () => (await people).forLab,
    },
    ctx.signal,
  );
  const rest = await (await people).finish(examined);
  const facts: Facts = {
    token: getAddress(token),
    metadata,
    proxy: account.proxy,
    owner,
    code,
    pools,
    examined,
    ...rest,
    timestamp: Number(chain.block.timestamp),
  };
  const found = { facts, block: chain.block.number };
  remember(key, found);
  return { ...found, chain, ageSeconds: 0 };
}
