import { type Abi, type Address, maxUint256, parseAbi, parseEther } from "viem";
import type { TestChain } from "@/lib/tools/token-safety/testdata/chain";
import { mined, type V3 } from "./placeV3";

const FULL_RANGE = 887_220;
/** The price of one to one. */
const EVEN = 2n ** 96n;
const EVERYTHING = 2n ** 128n - 1n;

const ERC20 = parseAbi(["function approve(address spender, uint256 value) returns (bool)", "function deposit() payable"]);
const ROUTER_V2 = parseAbi([
  "function swapExactTokensForTokens(uint256 amountIn, uint256 minOut, address[] path, address to, uint256 deadline)",
  "function removeLiquidity(address a, address b, uint256 liquidity, uint256 minA, uint256 minB, address to, uint256 deadline)",
]);

type Position = { token0: Address; token1: Address; fee: number; amount0: bigint; amount1: bigint; lower?: number; upper?: number };

/** Somebody with ether to trade, add and take out on both versions. */
export async function openTrader(chain: TestChain, { factory, positions, router }: V3) {
  const { deployer, contracts } = chain;
  const { weth, uniswapV2Router } = contracts;
  const write = async (address: Address, abi: Abi, functionName: string, args: readonly unknown[], value = 0n) =>
    mined(chain, await chain.wallet.writeContract({ address, abi, functionName, args, value } as never));
  const approve = async (token: Address) => {
    for (const spender of [uniswapV2Router, positions.address, router.address]) await write(token, ERC20, "approve", [spender, maxUint256]);
  };
  await write(weth, ERC20, "deposit", [], parseEther("1000"));
  await approve(weth);

  return {
    approve,
    swapV2: (from: Address, to: Address, amount: bigint) =>
      write(uniswapV2Router, ROUTER_V2, "swapExactTokensForTokens", [amount, 0n, [from, to], deployer, maxUint256]),
    removeV2: async (pair: Address, token: Address, liquidity: bigint) => {
      await write(pair, ERC20, "approve", [uniswapV2Router, maxUint256]);
      return write(uniswapV2Router, ROUTER_V2, "removeLiquidity", [token, weth, liquidity, 0n, 0n, deployer, maxUint256]);
    },
    openV3: async (token0: Address, token1: Address, fee: number, sqrtPrice = EVEN) => {
      await write(positions.address, positions.abi, "createAndInitializePoolIfNecessary", [token0, token1, fee, sqrtPrice]);
      return (await chain.client.readContract({ ...factory, functionName: "getPool", args: [token0, token1, fee] })) as Address;
    },
    /** The position's number. */
    mintV3: async ({ amount0, amount1, lower = -FULL_RANGE, upper = FULL_RANGE, ...pool }: Position) => {
      const amounts = { amount0Desired: amount0, amount1Desired: amount1, amount0Min: 0n, amount1Min: 0n };
      const params = { ...pool, ...amounts, tickLower: lower, tickUpper: upper, recipient: deployer, deadline: maxUint256 };
      const { logs } = await write(positions.address, positions.abi, "mint", [params]);
      const made = logs.find(({ address, topics }) => address.toLowerCase() === positions.address.toLowerCase() && topics.length === 4);
      return BigInt(made?.topics[3] ?? 0);
    },
    decreaseV3: async (tokenId: bigint, liquidity: bigint) => {
      const decrease = { tokenId, liquidity, amount0Min: 0n, amount1Min: 0n, deadline: maxUint256 };
      const receipt = await write(positions.address, positions.abi, "decreaseLiquidity", [decrease]);
      const collect = { tokenId, recipient: deployer, amount0Max: EVERYTHING, amount1Max: EVERYTHING };
      await write(positions.address, positions.abi, "collect", [collect]);
      return receipt;
    },
    swapV3: (tokenIn: Address, tokenOut: Address, fee: number, amountIn: bigint) => {
      const params = { tokenIn, tokenOut, fee, amountIn, recipient: deployer, deadline: maxUint256 };
      return write(router.address, router.abi, "exactInputSingle", [{ ...params, amountOutMinimum: 0n, sqrtPriceLimitX96: 0n }]);
    },
  };
}
