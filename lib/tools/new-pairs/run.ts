import { askedChain } from "@/lib/chain/askedChain";
import { blockWindow } from "@/lib/chain/blockWindow";
import { readCursor } from "@/lib/chain/cursor";
import { openMarket } from "@/lib/chain/openMarket";
import { leftOf, orRefuse, pageOf } from "@/lib/chain/pageOf";
import type { CreatedEvent } from "@/lib/chain/poolEvents";
import { readPoolEvent } from "@/lib/chain/poolEvents";
import { TOPIC } from "@/lib/chain/poolTopics";
import { readLogs } from "@/lib/chain/readLogs";
import type { ToolContext } from "../define";
import { describePairs, type Opened } from "./describe";
import type { NewPairsAnswer, NewPairsInput } from "./schema";

const USUAL = 10_000n;
const MOST = 200_000n;

/** What the factories logged in the window, then what is worth knowing of each pool of this page. */
export async function run(input: NewPairsInput, ctx: ToolContext): Promise<NewPairsAnswer> {
  const { id, exchange, chain } = await openMarket(input, ctx);
  const question = ["new-pairs", id];
  const cursor = input.cursor ? readCursor(question, input.cursor, chain.block.number) : null;
  const window = cursor ?? (await blockWindow(chain, input, USUAL, MOST));
  const { from, to, holds } = leftOf(window, cursor);

  const topics = [[TOPIC.pairCreated, TOPIC.poolCreated]];
  const address = [exchange.factory, exchange.v3.factory];
  const read = orRefuse(await readLogs(chain, { address, topics, from, to }, { enough: input.limit + 1 }));
  const opened = read.logs.filter(holds).flatMap((log): Opened[] => {
    const event = readPoolEvent(log);
    return event?.kind === "created" && comesFrom(event, log.address, address) ? [{ log, event }] : [];
  });
  const page = pageOf(question, { from: window.from, to: window.to }, read, opened, input.limit);
  const pairs = await describePairs({ chain, exchange }, page.rows);
  return {
    chain: id,
    as_of_block: Number(chain.block.number),
    summary: summarise(pairs, page.window.complete),
    window: page.window,
    pairs,
    cursor: page.cursor,
  };
}

/** Free look before any price: is there a node for the chain that was asked? */
export function ready(input: NewPairsInput, ctx: ToolContext): void {
  askedChain(input, ctx);
}

/** Each factory speaks for its own version only. */
function comesFrom({ version }: CreatedEvent, address: string, [v2, v3]: readonly string[]): boolean {
  return address === (version === "v2" ? v2 : v3)?.toLowerCase();
}

function summarise(pairs: NewPairsAnswer["pairs"], complete: boolean): string {
  const empty = pairs.filter((pair) => pair.empty === true).length;
  const count = `${pairs.length} ${pairs.length === 1 ? "pool was" : "pools were"} opened`;
  const part = complete ? "in this window" : "in the part of the window that this answer covers";
  return `${count} ${part}${empty > 0 ? `; ${empty} of them ${empty === 1 ? "is" : "are"} still empty` : ""}.`;
}
