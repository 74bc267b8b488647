import { type Address, getAddress, type Hex, hexToBigInt, numberToHex } from "viem";
import { askedChain } from "@/lib/chain/askedChain";
import { readBlockTimes } from "@/lib/chain/blockTimes";
import { readCursor } from "@/lib/chain/cursor";
import { chainsWithCode, elsewhereHint } from "@/lib/chain/elsewhere";
import { type ChainView, openChain } from "@/lib/chain/openChain";
import { leftOf, orRefuse, pageOf } from "@/lib/chain/pageOf";
import { readLogs } from "@/lib/chain/readLogs";
import { readTokenFacts } from "@/lib/chain/tokenFacts";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { writeAnswer } from "./answer";
import { openGrants } from "./gather/openGrants";
import { readSpenders } from "./gather/spenders";
import { grantsIn, grantTopics } from "./grants";
import { monthAgo } from "./monthAgo";
import { judge } from "./risk";
import type { ApprovalsCheckAnswer, ApprovalsCheckInput } from "./schema";

/** So many are read anew in one answer; a wallet with more has the rest behind the cursor. */
const MOST = 120;

/** Finds what was ever approved, reads what stands at one block, and judges it. */
export async function run(input: ApprovalsCheckInput, ctx: ToolContext): Promise<ApprovalsCheckAnswer> {
  const { id, client } = askedChain(input, ctx);
  const owner = getAddress(input.address);
  const chain = await openChain(client, ctx.signal);
  const question = ["approvals-check", id, owner];
  const cursor = input.cursor ? readCursor(question, input.cursor, chain.block.number) : null;
  const whole = { from: 0n, to: cursor?.to ?? chain.block.number };
  const left = leftOf(whole, cursor);
  const [read, month, used] = await Promise.all([
    chain.unreachable(readLogs(chain, { topics: grantTopics(owner), from: left.from, to: left.to })).then(orRefuse),
    monthAgo(chain),
    isUsed(chain, owner),
  ]);
  const found = grantsIn(read.logs.filter(left.holds), owner);
  if (found.length === 0 && read.complete && !cursor && !used) throw await nothingHere(ctx, id, owner);
  const page = pageOf(question, whole, read, found, MOST);
  const [open, token] = await Promise.all([
    openGrants(chain, owner, page.rows),
    readTokenFacts(
      chain,
      page.rows.map((grant) => grant.token),
    ),
  ]);
  const [spenderAt, timeOf] = await Promise.all([
    readSpenders(chain, open, month),
    readBlockTimes(
      chain,
      open.map(({ log }) => log),
    ),
  ]);
  const judged = open.map((grant) => judge({ grant, spender: spenderAt(grant.spender) }));
  return writeAnswer({ owner, id, block: chain.block, judged, young: month === null, page, token, timeOf });
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: ApprovalsCheckInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

async function isUsed(chain: ChainView, owner: Address): Promise<boolean> {
  const at = numberToHex(chain.block.number);
  const [code, nonce, balance] = await Promise.all([
    chain.code(owner),
    chain.unreachable(chain.ask("eth_getTransactionCount", [owner, at])),
    chain.unreachable(chain.ask("eth_getBalance", [owner, at])),
  ]);
  return code !== "0x" || hexToBigInt(nonce as Hex) > 0n || hexToBigInt(balance as Hex) > 0n;
}

async function nothingHere(ctx: ToolContext, id: string, owner: Address): Promise<ToolRefusal> {
  return new ToolRefusal("nothing_here", `This address never approved, sent or kept anything on ${id}.`, {
    hint: elsewhereHint(await chainsWithCode(ctx, id, owner)),
  });
}
