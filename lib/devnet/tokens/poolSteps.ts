import { type Address, concatHex, encodePacked, getContractAddress, keccak256, maxUint256, parseEther } from "viem";
import { paymentNetwork } from "../../chains";
import { artifact } from "../genesis/artifact";
import { EXCHANGE } from "../genesis/placeUniswap";
import type { Row, Step } from "./types";

const BYTECODE = artifact("@uniswap/v2-core/build/UniswapV2Pair.json").bytecode;

/** Where the factory puts the pool of a token, whether it is there yet or not. */
export function poolOf(token: Address, quote: "weth" | "usdc"): Address {
  const other = quote === "weth" ? EXCHANGE.weth : paymentNetwork("eip155:84532").asset.address;
  const [a, b] = BigInt(token) < BigInt(other) ? [token, other] : [other, token];
  const salt = keccak256(encodePacked(["address", "address"], [a as Address, b as Address]));
  return getContractAddress({ opcode: "CREATE2", from: EXCHANGE.uniswapV2Factory, salt, bytecode: concatHex([BYTECODE]) });
}

/** Fills the pool; its shares go to nobody unless the row says otherwise. */
export function poolSteps(row: Row): Omit<Step, "at">[] {
  const { pooled = 950_000_000, decimals = 18, depth = 30, quote = "weth", shares = "$dead" } = row;
  if (pooled === 0) return [];
  const amount = BigInt(pooled) * 10n ** BigInt(decimals);
  const approve = { call: "approve(address,uint256)", args: ["$router", maxUint256] };
  if (quote === "usdc") {
    const call = "addLiquidity(address,address,uint256,uint256,uint256,uint256,address,uint256)";
    const args = ["$token", "$usdc", amount, BigInt(depth) * 1_000_000_000n, 0n, 0n, shares, maxUint256];
    return [approve, { ...approve, to: "$usdc" }, { to: "$router", call, args }];
  }
  const call = "addLiquidityETH(address,uint256,uint256,uint256,address,uint256)";
  const args = ["$token", amount, 0n, 0n, shares, maxUint256];
  return [approve, { to: "$router", call, args, value: parseEther(String(depth)) }];
}
