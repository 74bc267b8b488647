import { type Address, parseAbi } from "viem";
import { type Network, paymentNetwork } from "@/lib/chains";

/** The parts of USDC (FiatToken v2.2) by which somebody else may give a seller's money back. EIP-2612 and ERC-20. */
export const permitAbi = parseAbi([
  "function permit(address owner, address spender, uint256 value, uint256 deadline, bytes signature)",
  "function nonces(address owner) view returns (uint256)",
  "function allowance(address owner, address spender) view returns (uint256)",
  "function balanceOf(address account) view returns (uint256)",
  "function transferFrom(address from, address to, uint256 value) returns (bool)",
]);

export type Permit = { owner: Address; spender: Address; value: bigint; nonce: bigint; deadline: bigint };

const types = {
  Permit: [
    { name: "owner", type: "address" },
    { name: "spender", type: "address" },
    { name: "value", type: "uint256" },
    { name: "nonce", type: "uint256" },
    { name: "deadline", type: "uint256" },
  ],
} as const;

/** EIP-712 typed data of an allowance, as JSON carries it. */
export function permitTypedData(network: Network, { owner, spender, value, nonce, deadline }: Permit) {
  const { chainId, asset } = paymentNetwork(network);
  return {
    domain: { ...asset.eip712, chainId, verifyingContract: asset.address },
    types,
    primaryType: "Permit" as const,
    message: { owner, spender, value: value.toString(), nonce: nonce.toString(), deadline: deadline.toString() },
  };
}
