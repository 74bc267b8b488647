import { type Address, encodeFunctionData, getAddress, keccak256, parseAbi, slice, toHex } from "viem";
import type { ChainView } from "@/lib/chain/openChain";
import { readLogs } from "@/lib/chain/readLogs";
import { word } from "./word";

const ROLES = parseAbi(["function hasRole(bytes32 role, address account) view returns (bool)"]);
const PROPOSER = keccak256(toHex("PROPOSER_ROLE"));
const GRANTED = keccak256(toHex("RoleGranted(bytes32,address,address)"));
const MOST = 20;

/** Who may propose to OpenZeppelin's timelock: whoever was ever told so, and still may. Empty where that can't be read. */
export async function proposersOf(chain: ChainView, timelock: Address): Promise<Address[]> {
  const question = { address: timelock, topics: [GRANTED, PROPOSER], from: 0n, to: chain.block.number };
  const { logs } = await readLogs(chain, question, { requests: 4, withinMs: 1_500 });
  const named = [...new Set(logs.flatMap(({ topics: [, , account] }) => (account ? [getAddress(slice(account, 12))] : [])))].slice(0, MOST);
  const still = await Promise.all(
    named.map((account) => chain.read(timelock, encodeFunctionData({ abi: ROLES, functionName: "hasRole", args: [PROPOSER, account] }))),
  );
  return named.filter((_, i) => word(still[i] ?? null) === 1n);
}
