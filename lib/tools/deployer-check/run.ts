import { getAddress } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { readBlockTimes } from "@/lib/chain/blockTimes";
import { exchangeOn } from "@/lib/chain/exchanges";
import { openChain } from "@/lib/chain/openChain";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { ToolContext } from "../define";
import { writeAnswer } from "./answer";
import { findContracts } from "./gather/findContracts";
import { findDeployer } from "./gather/findDeployer";
import { readFates } from "./gather/tokenFates";
import type { DeployerCheckAnswer, DeployerCheckInput } from "./schema";

/** The pools of so many tokens are followed; older ones are only counted. */
const MOST_TOKENS = 15;

export async function run(input: DeployerCheckInput, ctx: ToolContext): Promise<DeployerCheckAnswer> {
  const { id, client } = askedChain(input, ctx);
  const asked = getAddress(input.address);
  const chain = await openChain(client, ctx.signal);
  const deployer = await findDeployer(chain, ctx, id, asked);
  const contracts = await findContracts(chain, deployer.address, deployer.sent);
  const all = contracts.found.filter(({ is }) => is === "token");
  const tokens = all.slice(0, MOST_TOKENS);
  const [fates, facts, timeOf] = await Promise.all([
    readFates(chain, exchangeOn(id, ctx), deployer.address, tokens),
    readTokenFacts(
      chain,
      tokens.map(({ address }) => address),
    ),
    readBlockTimes(
      chain,
      tokens.flatMap(({ first }) => (first ? [first] : [])),
    ),
  ]);
  const tokensLeftOut = all.length - tokens.length;
  return writeAnswer({ id, block: chain.block.number, asked, deployer, contracts, tokens, tokensLeftOut, fates, facts, timeOf });
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: DeployerCheckInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}
