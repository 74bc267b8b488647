import { type Address, encodeFunctionData, type Hex, maxUint256, parseAbi, zeroAddress } from "viem";
import { type Grant, PERMIT2 } from "./grants";

export const ALLOWANCES = parseAbi([
  "function allowance(address owner, address spender) view returns (uint256)",
  "function balanceOf(address owner) view returns (uint256)",
  "function isApprovedForAll(address owner, address operator) view returns (bool)",
  "function getApproved(uint256 tokenId) view returns (address)",
  "function ownerOf(uint256 tokenId) view returns (address)",
]);

export const PERMIT2_ABI = parseAbi([
  "function allowance(address owner, address token, address spender) view returns (uint160 amount, uint48 expiration, uint48 nonce)",
  "function lockdown((address token, address spender)[] approvals)",
]);

const ENDING = parseAbi([
  "function approve(address spender, uint256 value)",
  "function setApprovalForAll(address operator, bool approved)",
]);

/** UNI, COMP and their like count to 96 bits and keep the largest number for "all". */
const AS_GOOD_AS_ALL = 2n ** 96n - 1n;

export function isUnlimited(amount: bigint): boolean {
  return amount >= AS_GOOD_AS_ALL || amount === maxUint256;
}

/** The call by which the owner ends an approval. */
export function revocation({ standard, token, spender, tokenId }: Grant): { to: Address; data: Hex } {
  switch (standard) {
    case "erc20":
      return { to: token, data: encodeFunctionData({ abi: ENDING, functionName: "approve", args: [spender, 0n] }) };
    case "erc721":
      return { to: token, data: encodeFunctionData({ abi: ENDING, functionName: "approve", args: [zeroAddress, tokenId ?? 0n] }) };
    case "collection":
      return { to: token, data: encodeFunctionData({ abi: ENDING, functionName: "setApprovalForAll", args: [spender, false] }) };
    case "permit2":
      return { to: PERMIT2, data: encodeFunctionData({ abi: PERMIT2_ABI, functionName: "lockdown", args: [[{ token, spender }]] }) };
  }
}
