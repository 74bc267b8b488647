import { type Address, type Hex, pad, toEventSelector } from "viem";
import { wordAddress } from "@/lib/chain/logWords";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import type { Approvals } from "../facts";

const EVENTS: Hex[] = [toEventSelector("Approval(address,address,uint256)"), toEventSelector("ApprovalForAll(address,address,bool)")];
const BOUNDS = { enough: 1_000, requests: 32, withinMs: 4_000 } as const;

/** Whom the address let take something, and who let it; as far back as there is time for. */
export async function readApprovals(chain: ChainView, address: Address): Promise<Approvals> {
  const word = pad(address).toLowerCase() as Hex;
  const range = { from: 0n, to: chain.block.number };
  const [given, got] = await Promise.all([
    readLogs(chain, { topics: [EVENTS, word], ...range }, BOUNDS),
    readLogs(chain, { topics: [EVENTS, null, word], ...range }, BOUNDS),
  ]);
  const pairs = new Set(given.logs.map(({ address: token, topics }) => `${token} ${topics[2]}`));
  const owners = new Set(got.logs.map(({ topics }) => wordAddress(topics[1])));
  owners.delete(address);
  const read = (window: typeof given) => window.complete || window.from !== null;
  const from = [given.from, got.from].reduce(
    (latest, one) => (latest === null || one === null ? null : one > latest ? one : latest),
    0n as bigint | null,
  );
  return {
    toOthers: read(given) ? pairs.size : null,
    byOthers: read(got) ? [...owners] : null,
    from,
    complete: given.complete && got.complete,
  };
}
