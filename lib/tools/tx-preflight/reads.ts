import { type Address, bytesToHex, encodeFunctionData, type Hex, hexToBigInt, parseAbi, size, slice } from "viem";
import { bytesOf, wordOf } from "@/lib/chain/evmWords";
import { execute } from "@/lib/evm/execute";
import type { BlockEnv } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import type { Approved } from "./effects";

const READS = parseAbi([
  "function balanceOf(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function isApprovedForAll(address owner, address operator) view returns (bool)",
  "function getApproved(uint256 id) view returns (address)",
]);
const PERMIT2: Address = "0x000000000022D473030F116dDEE9F6B43aC78BA3";
const PERMIT2_READS = parseAbi([
  "function allowance(address owner, address token, address spender) view returns (uint160 amount, uint48 expiration, uint48 nonce)",
]);
/** Nobody: a contract may answer those that it knows differently. */
const READER = 0x5eedf00dcafe5eedf00dcafe5eedf00dcafe0001n;
const READ_GAS = 500_000;
const READ_STEPS = 60_000;

export type Reader = (to: Address, data: Hex) => Hex | null;

/** Asks contracts in a world of the machine, as eth_call would. */
export function readerOf(world: World, env: BlockEnv): Reader {
  return (to, data) => {
    const call = { from: READER, to: wordOf(to), data: bytesOf(data), gas: READ_GAS, readOnly: true };
    const result = execute(world, env, call, { maxSteps: READ_STEPS });
    return result.ok && result.data.length >= 32 ? bytesToHex(result.data) : null;
  };
}

export function balanceIn(read: Reader, token: Address, owner: Address): bigint | null {
  return firstWord(read(token, encodeFunctionData({ abi: READS, functionName: "balanceOf", args: [owner] })));
}

/** An amount; 1 or 0 where an approval has none. */
export function approvedIn(read: Reader, { standard, token, owner, spender, id }: Approved): bigint | null {
  switch (standard) {
    case "erc20":
      return firstWord(read(token, encodeFunctionData({ abi: READS, functionName: "allowance", args: [owner, spender] })));
    case "collection":
      return firstWord(read(token, encodeFunctionData({ abi: READS, functionName: "isApprovedForAll", args: [owner, spender] })));
    case "erc721": {
      const approved = firstWord(read(token, encodeFunctionData({ abi: READS, functionName: "getApproved", args: [id ?? 0n] })));
      return approved === null ? null : approved === wordOf(spender) ? 1n : 0n;
    }
    case "permit2":
      return firstWord(read(PERMIT2, encodeFunctionData({ abi: PERMIT2_READS, functionName: "allowance", args: [owner, token, spender] })));
  }
}

function firstWord(data: Hex | null): bigint | null {
  return data === null || size(data) < 32 ? null : hexToBigInt(slice(data, 0, 32));
}
