import { type Address, type Hex, hexToBigInt, pad, toEventSelector } from "viem";
import type { ChainLog } from "@/lib/chain/chainLog";
import { logWords, wordAddress } from "@/lib/chain/logWords";

/** The same on every chain; what it may take was allowed to it by the token, and to others by it. */
export const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";

const TOPIC = {
  approval: toEventSelector("Approval(address,address,uint256)"),
  approvalForAll: toEventSelector("ApprovalForAll(address,address,bool)"),
  permit2Approval: toEventSelector("Approval(address,address,address,uint160,uint48)"),
  permit2Permit: toEventSelector("Permit(address,address,address,uint160,uint48,uint48)"),
} as const;

export type Standard = "erc20" | "erc721" | "collection" | "permit2";

/** An approval that was given at some time; what it is worth now has to be read. */
export type Grant = {
  standard: Standard;
  token: Address;
  spender: Address;
  tokenId: bigint | null;
  log: ChainLog;
};

/** Every event by which `owner` may have let somebody take something. */
export function grantTopics(owner: Address): (Hex | Hex[])[] {
  return [Object.values(TOPIC), pad(owner).toLowerCase() as Hex];
}

/** What each log allowed, the newest word of each approval only; logs come newest first. */
export function grantsIn(logs: readonly ChainLog[], owner: Address): Grant[] {
  const newest = new Map<string, Grant>();
  for (const log of logs) {
    const grant = readGrant(log, owner);
    if (!grant) continue;
    const key = [grant.standard, grant.token, grant.spender, grant.tokenId].join(" ");
    if (!newest.has(key)) newest.set(key, grant);
  }
  return [...newest.values()];
}

/** null for whatever is not shaped as its first topic promises: anybody may log anything. */
export function readGrant(log: ChainLog, owner: Address): Grant | null {
  if (log.topics.length < 3 || wordAddress(log.topics[1]) !== owner) return null;
  const token = wordAddress(log.address);
  const spender = wordAddress(log.topics[2]);
  switch (log.topics[0]) {
    case TOPIC.approval:
      if (logWords(log, 2, 1)) return { standard: "erc20", token, spender, tokenId: null, log };
      return logWords(log, 3, 0) ? { standard: "erc721", token, spender, tokenId: hexToBigInt(log.topics[3] ?? "0x0"), log } : null;
    case TOPIC.approvalForAll:
      return logWords(log, 2, 1) ? { standard: "collection", token, spender, tokenId: null, log } : null;
    case TOPIC.permit2Approval:
      return token === PERMIT2 && logWords(log, 3, 2) ? throughPermit2(log) : null;
    case TOPIC.permit2Permit:
      return token === PERMIT2 && logWords(log, 3, 3) ? throughPermit2(log) : null;
    default:
      return null;
  }
}

function throughPermit2(log: ChainLog): Grant {
  return { standard: "permit2", token: wordAddress(log.topics[2]), spender: wordAddress(log.topics[3]), tokenId: null, log };
}
