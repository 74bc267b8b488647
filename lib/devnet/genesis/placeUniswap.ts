import { type Address, pad } from "viem";
import { artifact, shortString } from "./artifact";
import type { Bench } from "./bench";

/** Where Base Sepolia has them, so that what knows the public network knows the local chain too. */
export const EXCHANGE = {
  uniswapV2Factory: "0x7Ae58f10f7849cA6F5fB71b7f45CB416c9204b1e",
  uniswapV2Router: "0x1689E7B1F10000AE47eBfE339a4f69dECd19F602",
  weth: "0x4200000000000000000000000000000000000006",
} as const satisfies Record<string, Address>;

/** Puts WETH and Uniswap V2 at their public addresses, with the code that their packages publish. */
export async function placeUniswap(bench: Bench): Promise<void> {
  const { uniswapV2Factory, uniswapV2Router, weth } = EXCHANGE;
  const wethCode = artifact("@uniswap/v2-periphery/build/WETH9.json");
  await bench.setCode(weth, await bench.codeAt(await bench.deploy(wethCode.abi, wethCode.bytecode)));
  await bench.setStorage(weth, 0, shortString("Wrapped Ether"));
  await bench.setStorage(weth, 1, shortString("WETH"));
  await bench.setStorage(weth, 2, pad("0x12"));

  const factory = artifact("@uniswap/v2-core/build/UniswapV2Factory.json");
  const factoryCopy = await bench.deploy(factory.abi, factory.bytecode, [bench.deployer]);
  await bench.setCode(uniswapV2Factory, await bench.codeAt(factoryCopy));
  await bench.setStorage(uniswapV2Factory, 1, pad(bench.deployer));

  // The router keeps its two addresses in its code, so the copy already knows the right ones.
  const router = artifact("@uniswap/v2-periphery/build/UniswapV2Router02.json");
  const routerCopy = await bench.deploy(router.abi, router.bytecode, [uniswapV2Factory, weth]);
  await bench.setCode(uniswapV2Router, await bench.codeAt(routerCopy));
}
