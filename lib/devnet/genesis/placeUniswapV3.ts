import { stringToHex } from "viem";
import { exchangeOn } from "../../chain/exchanges";
import { artifact } from "./artifact";
import type { Bench } from "./bench";
import { EXCHANGE } from "./placeUniswap";

const PERIPHERY = "@uniswap/v3-periphery/artifacts/contracts";

/**
 * Puts Uniswap V3 at its public addresses, with the code that its packages publish: factory, positions with their
 * pictures, the newer router and quoter.
 */
export async function placeUniswapV3(bench: Bench): Promise<void> {
  const v3 = exchangeOn("eip155:84532", { homeChain: "" })?.v3;
  if (!v3) throw new Error("Nobody knows where Uniswap V3 is on the local chain.");
  const { uniswapV2Factory, weth } = EXCHANGE;

  const factory = artifact("@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json");
  await bench.construct(v3.factory, factory.abi, factory.bytecode);
  // The lowest fee came by a vote later than the factory, and so it is no part of its constructor.
  await bench.send({ to: v3.factory, abi: factory.abi, functionName: "enableFeeAmount", args: [100, 1] });

  const painter = artifact(`${PERIPHERY}/libraries/NFTDescriptor.sol/NFTDescriptor.json`);
  const library = await bench.deploy(painter.abi, painter.bytecode);
  const describer = artifact(`${PERIPHERY}/NonfungibleTokenPositionDescriptor.sol/NonfungibleTokenPositionDescriptor.json`, library);
  const descriptor = await bench.deploy(describer.abi, describer.bytecode, [weth, stringToHex("ETH", { size: 32 })]);
  const positions = artifact(`${PERIPHERY}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`);
  await bench.construct(v3.positions, positions.abi, positions.bytecode, [v3.factory, weth, descriptor]);

  const router = artifact("@uniswap/swap-router-contracts/artifacts/contracts/SwapRouter02.sol/SwapRouter02.json");
  await bench.construct(v3.router, router.abi, router.bytecode, [uniswapV2Factory, v3.factory, v3.positions, weth]);
  const quoter = artifact(`${PERIPHERY}/lens/QuoterV2.sol/QuoterV2.json`);
  await bench.construct(v3.quoter, quoter.abi, quoter.bytecode, [v3.factory, weth]);
}
