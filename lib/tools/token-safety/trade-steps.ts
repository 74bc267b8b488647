import { type Address, encodeAbiParameters, encodeFunctionData, keccak256, maxUint256, numberToHex, pad } from "viem";
import { ERC20, ROUTER } from "@/lib/chain/abi";
import type { Quote } from "@/lib/chain/exchanges";
import type { Funding, Step } from "@/lib/chain/scenario";

export type Market = { token: Address; quote: Quote; router: Address; trader: Address; friend: Address };

const POCKET_MONEY = 10n ** 18n;
/** Where Circle's token keeps its balances; the same on every chain that we look at. */
const USDC_BALANCES = 9n;

/** Ether for WETH, which is then wrapped as anybody would; a written balance for USDC. */
export function fundTrader({ trader, friend, quote }: Market, amount: bigint): Funding[] {
  const slot = keccak256(encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [trader, USDC_BALANCES]));
  const storage = quote.symbol === "USDC" ? [{ token: quote.address, slot, value: pad(numberToHex(amount)) }] : [];
  const ether = quote.symbol === "WETH" ? POCKET_MONEY + amount : POCKET_MONEY;
  return [
    { address: trader, ether, storage },
    { address: friend, ether: POCKET_MONEY, storage: [] },
  ];
}

/** From the first quote token to holding what was bought, ready to sell. */
export function buySteps(market: Market, amount: bigint): Step[] {
  const { quote, trader, token } = market;
  const wrap = {
    name: "wrap",
    from: trader,
    to: quote.address,
    data: encodeFunctionData({ abi: ERC20, functionName: "deposit" }),
    value: amount,
  };
  return [
    ...(quote.symbol === "WETH" ? [wrap] : []),
    balance("funded", trader, quote.address, trader),
    approval("approve quote", market, quote.address, trader),
    ...swapSteps("buy", market, trader, amount, [quote.address, token]),
    approval("approve", market, token, trader),
  ];
}

export function sellSteps(name: string, market: Market, seller: Address, amount: bigint): Step[] {
  return swapSteps(name, market, seller, amount, [market.token, market.quote.address]);
}

export function transferSteps(market: Market, amount: bigint): Step[] {
  const { token, trader, friend } = market;
  const data = encodeFunctionData({ abi: ERC20, functionName: "transfer", args: [friend, amount] });
  return [
    balance("transfer:before", trader, token, friend),
    { name: "transfer", from: trader, to: token, data },
    balance("transfer:after", trader, token, friend),
  ];
}

export function approval(name: string, { router }: Market, token: Address, from: Address): Step {
  return { name, from, to: token, data: encodeFunctionData({ abi: ERC20, functionName: "approve", args: [router, maxUint256] }) };
}

/** What the router promises, the swap itself, and what really arrived. */
function swapSteps(name: string, { router }: Market, from: Address, amount: bigint, path: [Address, Address]): Step[] {
  const promise = encodeFunctionData({ abi: ROUTER, functionName: "getAmountsOut", args: [amount, path] });
  const swap = encodeFunctionData({
    abi: ROUTER,
    functionName: "swapExactTokensForTokensSupportingFeeOnTransferTokens",
    args: [amount, 0n, path, from, maxUint256],
  });
  return [
    { name: `${name}:promise`, from, to: router, data: promise },
    balance(`${name}:before`, from, path[1], from),
    { name, from, to: router, data: swap },
    balance(`${name}:after`, from, path[1], from),
  ];
}

function balance(name: string, from: Address, token: Address, of: Address): Step {
  return { name, from, to: token, data: encodeFunctionData({ abi: ERC20, functionName: "balanceOf", args: [of] }) };
}
