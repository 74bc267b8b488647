import { type Address, getContractAddress, type Hex, hexToNumber, isAddressEqual, numberToHex } from "viem";
import { readBlockTimes } from "@/lib/chain/blockTimes";
import { findCreation } from "@/lib/chain/creation";
import type { Exchange } from "@/lib/chain/exchanges";
import type { ChainView } from "@/lib/chain/openChain";
import { lookAtTokens } from "./lookAtTokens";
import type { CreatorAnswer } from "./schema";

/** So many of an account's newest steps are looked at: a busy one has made thousands. */
const MOST_NONCES = 120;

/** Who made the token, and what else the same account made. */
export async function makerOf(chain: ChainView, exchange: Exchange | null, token: Address, known: Address | null): Promise<CreatorAnswer> {
  const creation = await findCreation(chain, token, known ? [known] : []);
  const address = creation.creator ?? known;
  const [past, times] = await Promise.all([
    address ? pastOf(chain, exchange, token, address) : null,
    readBlockTimes(chain, creation.block === null ? [] : [{ block: creation.block, at: creation.timestamp }]),
  ]);
  return {
    address,
    is_contract: past?.isContract ?? null,
    sure: creation.creator ? creation.sure : address ? "likely" : "unknown",
    block: creation.block === null ? null : Number(creation.block),
    time: creation.block === null ? null : times(creation.block),
    tx: creation.transaction,
    // Where a node forgot the making, the first event is taken for it; that may have come from setting the token up.
    factory: creation.factory && !isAddressEqual(creation.factory, token) ? creation.factory : null,
    transactions: past?.count ?? null,
    other_tokens: past?.tokens ?? [],
    other_contracts: past?.others ?? null,
    complete: past?.complete ?? false,
    why: past ? (past.why ?? creation.why) : (creation.why ?? "Who made it could not be told."),
  };
}

/** An account's contracts lie at addresses that follow from its own and its count of steps. */
async function pastOf(chain: ChainView, exchange: Exchange | null, token: Address, maker: Address) {
  const at = numberToHex(chain.block.number);
  const [sent, code] = await Promise.all([chain.ask("eth_getTransactionCount", [maker, at]), chain.code(maker)]);
  const count = hexToNumber(sent as Hex);
  const first = Math.max(0, count - MOST_NONCES);
  const could = Array.from({ length: count - first }, (_, i) => getContractAddress({ from: maker, nonce: BigInt(count - 1 - i) }));
  const codes = await Promise.all(could.map((address) => chain.code(address)));
  const made = could.filter((address, i) => codes[i] !== "0x" && !isAddressEqual(address, token));
  const { tokens, others, left } = await lookAtTokens(chain, exchange, made);
  const complete = first === 0 && left === 0;
  return {
    count,
    isContract: code !== "0x" && !code.startsWith("0xef0100"),
    tokens,
    others,
    complete,
    why: complete ? null : "The account made more than one answer looks at; the newest were looked at.",
  };
}
