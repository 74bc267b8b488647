import { type Address, maxUint256, parseAbi } from "viem";
import type { Bench } from "../bench";
import { approve, balanceOf, exchange, WETH } from "./dealings";

const ROUTER = parseAbi([
  "function addLiquidityETH(address token, uint256 amount, uint256 minToken, uint256 minEth, address to, uint256 deadline) payable",
  "function removeLiquidityETHSupportingFeeOnTransferTokens(address token, uint256 shares, uint256 minToken, uint256 minEth, address to, uint256 deadline)",
]);
const FACTORY = parseAbi(["function getPair(address a, address b) view returns (address)"]);

export async function pairOf(who: Bench, token: Address): Promise<Address> {
  return (await who.read({ to: exchange.factory, abi: FACTORY, functionName: "getPair", args: [token, WETH] })) as Address;
}

/** Puts tokens and ether into the token's pool, which is made when it isn't there; its shares go to `holder`. */
export async function fill(who: Bench, token: Address, amount: bigint, ether: bigint, holder = who.deployer): Promise<Address> {
  await approve(who, token, exchange.router, amount);
  const args = [token, amount, 0n, 0n, holder, maxUint256];
  await who.send({ to: exchange.router, abi: ROUTER, functionName: "addLiquidityETH", args, value: ether });
  return pairOf(who, token);
}

/** Takes so many hundredths of one's own shares out of the pool. */
export async function drain(who: Bench, token: Address, percent: bigint): Promise<void> {
  const pair = await pairOf(who, token);
  const shares = ((await balanceOf(pair, who)) * percent) / 100n;
  await approve(who, pair, exchange.router, shares);
  const functionName = "removeLiquidityETHSupportingFeeOnTransferTokens";
  await who.send({ to: exchange.router, abi: ROUTER, functionName, args: [token, shares, 0n, 0n, who.deployer, maxUint256] });
}
