import { type Address, maxUint256, parseAbi } from "viem";
import { exchangeOn } from "../../../chain/exchanges";
import type { Bench } from "../bench";

const known = exchangeOn("eip155:84532", { homeChain: "" });
if (!known) throw new Error("Nobody knows the local chain's exchange.");
export const exchange = known;
export const [WETH, USDC] = exchange.quotes.map(({ address }) => address) as [Address, Address];

export const ERC20 = parseAbi([
  "function approve(address spender, uint256 amount) returns (bool)",
  "function transfer(address to, uint256 amount) returns (bool)",
  "function transferFrom(address from, address to, uint256 amount) returns (bool)",
  "function balanceOf(address) view returns (uint256)",
  "function mint(address to, uint256 amount)",
]);
export const ROUTER_V2 = parseAbi([
  "function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256 min, address[] path, address to, uint256 deadline) payable",
  "function swapExactTokensForETHSupportingFeeOnTransferTokens(uint256 amount, uint256 min, address[] path, address to, uint256 deadline)",
]);
export const ROUTER_V3 = parseAbi([
  "struct Order { address tokenIn; address tokenOut; uint24 fee; address recipient; uint256 amountIn; uint256 amountOutMinimum; uint160 sqrtPriceLimitX96; }",
  "function exactInputSingle(Order order) payable returns (uint256)",
]);

/** Where a token is traded against ether: an old pool, or a newer one with this fee. */
export type Market = { token: Address; fee: number | null };

export const balanceOf = async (token: Address, who: Bench) =>
  (await who.read({ to: token, abi: ERC20, functionName: "balanceOf", args: [who.deployer] })) as bigint;

export const approve = (who: Bench, token: Address, spender: Address, amount = maxUint256) =>
  who.send({ to: token, abi: ERC20, functionName: "approve", args: [spender, amount] });

export const give = (from: Bench, token: Address, to: Address, amount: bigint) =>
  from.send({ to: token, abi: ERC20, functionName: "transfer", args: [to, amount] });

export async function buy(who: Bench, { token, fee }: Market, ether: bigint): Promise<void> {
  if (fee !== null) return who.send({ to: exchange.v3.router, ...order(WETH, token, fee, who.deployer, ether), value: ether });
  const functionName = "swapExactETHForTokensSupportingFeeOnTransferTokens";
  const args = [0n, [WETH, token], who.deployer, maxUint256];
  return who.send({ to: exchange.router, abi: ROUTER_V2, functionName, args, value: ether });
}

/** Sells what was allowed to the router before; the newer one pays in wrapped ether. */
export async function sell(who: Bench, { token, fee }: Market, amount: bigint): Promise<void> {
  if (fee !== null) return who.send({ to: exchange.v3.router, ...order(token, WETH, fee, who.deployer, amount) });
  return who.attempt(saleV2(token, who.deployer, amount));
}

export function saleV2(token: Address, to: Address, amount: bigint) {
  const functionName = "swapExactTokensForETHSupportingFeeOnTransferTokens";
  return { to: exchange.router, abi: ROUTER_V2, functionName, args: [amount, 0n, [token, WETH], to, maxUint256] } as const;
}

function order(tokenIn: Address, tokenOut: Address, fee: number, recipient: Address, amountIn: bigint) {
  const args = [{ tokenIn, tokenOut, fee, recipient, amountIn, amountOutMinimum: 0n, sqrtPriceLimitX96: 0n }];
  return { abi: ROUTER_V3, functionName: "exactInputSingle", args } as const;
}
