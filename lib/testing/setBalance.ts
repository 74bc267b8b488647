import { type Address, encodeAbiParameters, keccak256, toHex } from "viem";
import { rpc } from "@/lib/devnet/rpc";
import { TERMS } from "./terms";

/** Where the real USDC code keeps its balances (FiatTokenV2_2, `balanceAndBlacklistStates`); the highest bit is the block list. */
const SLOT = 9n;
const BLACKLISTED = 1n << 255n;

/** The chain's own lever: sets what a wallet holds, in atomic units, and whether USDC's issuer has blocked it. */
export async function setBalance(rpcUrl: string, address: Address, amount: bigint, blacklisted = false): Promise<void> {
  const slot = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [address, SLOT]));
  await rpc(rpcUrl, "anvil_setStorageAt", [TERMS.asset, slot, toHex(amount + (blacklisted ? BLACKLISTED : 0n), { size: 32 })]);
}
