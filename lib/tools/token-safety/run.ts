import { getAddress, type PublicClient } from "viem";
import { CHAINS } from "@/lib/chain/chainNames";
import { exchangeOn } from "@/lib/chain/exchanges";
import { openChain } from "@/lib/chain/openChain";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { writeAnswer } from "./answer";
import { lookAtAccount } from "./gather/account";
import { readCode } from "./gather/code";
import { readMetadata } from "./gather/metadata";
import { readOwner } from "./gather/owner";
import { findPool } from "./gather/pool";
import { tryTrades } from "./gather/trade";
import { findPowers } from "./powers";
import type { TokenSafetyAnswer, TokenSafetyInput } from "./schema";

/** Gathers everything at one block, then judges it. */
export async function run(input: TokenSafetyInput, ctx: ToolContext): Promise<TokenSafetyAnswer> {
  const { id, client } = askedChain(input, ctx);
  const token = getAddress(input.token);
  const exchange = exchangeOn(id, ctx);
  const chain = await openChain(client, ctx.signal);

  const [{ proxy, code }, metadata, owner, { pool, trade }] = await Promise.all([
    lookAtAccount(chain, token).then(async (account) => ({ ...account, code: await readCode(account.codes) })),
    readMetadata(chain, token),
    readOwner(chain, token),
    findPool(chain, exchange, token).then(async (found) => ({ pool: found, trade: await tryTrades(chain, exchange, token, found) })),
  ]);
  const powers = findPowers(code);
  return writeAnswer({ token, metadata, proxy, owner, code, powers, pool, trade }, id, chain.block.number);
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: TokenSafetyInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

function askedChain(input: TokenSafetyInput, ctx: ToolContext): { id: string; client: PublicClient } {
  const id = input.chain ? CHAINS[input.chain] : ctx.homeChain;
  const client = ctx.chain(id);
  if (client) return { id, client };
  throw new ToolRefusal("chain_not_served", `There is no node for ${id} here.`, {
    kind: "unavailable",
    hint: "Leave `chain` out to ask on the market's own network.",
  });
}
