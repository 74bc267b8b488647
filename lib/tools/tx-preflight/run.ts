import { hexToBytes } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { type ChainView, openChain } from "@/lib/chain/openChain";
import { readProxyTarget } from "@/lib/chain/proxyTarget";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import { whoDecides } from "@/lib/safety/gather/whoDecides";
import type { ToolContext } from "../define";
import { writeAnswer } from "./answer";
import type { Facts } from "./facts";
import { attempt } from "./gather/attempt";
import { openGround } from "./gather/ground";
import { gainsOf, holdingsOf } from "./holdings";
import type { TxPreflightAnswer, TxPreflightInput } from "./schema";
import { readSignature } from "./sign/readSignature";
import { readTransaction, type Transaction } from "./transaction";

/** Tries it on a copy of the chain, reads what became of everybody, then judges. */
export async function run(input: TxPreflightInput, ctx: ToolContext): Promise<TxPreflightAnswer> {
  const { id, client } = askedChain(input, ctx);
  const chainId = Number(id.split(":")[1]);
  if (input.sign) return readSignature(await openChain(client, ctx.signal), input, id);
  const tx = await readTransaction(input, chainId);
  const chain = await openChain(client, ctx.signal);
  const ground = await openGround(chain, tx, chainId);
  const { value, whole } = await chain.unreachable(attempt(ground, tx));
  const holdings = holdingsOf(value);
  const tokens = [
    ...holdings.map(({ token }) => token),
    ...value.told.items.map(({ token }) => token),
    ...value.approvals.map(({ token }) => token),
  ];
  const [token, code] = await Promise.all([readTokenFacts(chain, tokens), readCodeOwner(chain, tx)]);
  const facts: Facts = {
    tx,
    attempt: value,
    whole,
    nodeSays: ground.nodeSays,
    senderNonce: ground.senderNonce,
    holdings,
    gains: gainsOf(value, holdings, tx.from),
    ...code,
  };
  return writeAnswer(facts, token, id, chain.block.number);
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: TxPreflightInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

async function readCodeOwner(chain: ChainView, { to }: Transaction): Promise<Pick<Facts, "implementation" | "swappable">> {
  if (to === null) return { implementation: null, swappable: null };
  const code = await chain.code(to);
  if (hexToBytes(code).length === 0) return { implementation: null, swappable: null };
  const { implementation, admin } = await readProxyTarget(chain, to, code);
  return { implementation, swappable: admin ? await whoDecides(chain, admin) : null };
}
