import { maxUint256, parseEther } from "viem";
import type { Row, Step } from "./types";

type Trade = Omit<Step, "at">;

const BUY = "swapExactETHForTokensSupportingFeeOnTransferTokens(uint256,address[],address,uint256)";
const SELL = "swapExactTokensForETHSupportingFeeOnTransferTokens(uint256,uint256,address[],address,uint256)";
const SPENT = { $buyer1: "0.05", $buyer2: "0.1", $buyer3: "0.02" };

/** A few wallets buy; where selling works, one sells a part of it again and one sends some on. */
export function tradeSteps({ trades = "both", pooled = 950_000_000, decimals = 18, depth = 30, quote = "weth", version }: Row): Trade[][] {
  if (trades === "none" || pooled === 0 || quote === "usdc" || version) return [];
  const buys = Object.entries(SPENT).map(([by, ether]): Trade => {
    return { by, to: "$router", call: BUY, args: [0n, ["$weth", "$token"], by, maxUint256], value: parseEther(ether) };
  });
  if (trades === "buys") return [buys];
  // A quarter of what a tenth of an ether buys: there is enough even after a tax.
  const part = (BigInt(pooled) * 10n ** BigInt(decimals)) / BigInt(depth * 40);
  const sell: Trade[] = [
    { by: "$buyer2", call: "approve(address,uint256)", args: ["$router", maxUint256] },
    { by: "$buyer2", to: "$router", call: SELL, args: [part, 0n, ["$token", "$weth"], "$buyer2", maxUint256] },
    { by: "$buyer1", call: "transfer(address,uint256)", args: ["$buyer3", part / 10n] },
  ];
  return [buys, sell];
}
