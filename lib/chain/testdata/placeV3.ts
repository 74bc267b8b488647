import { createRequire } from "node:module";
import { type Abi, type Address, encodeDeployData, type Hex, type TransactionReceipt } from "viem";
import type { TestChain } from "@/lib/tools/token-safety/testdata/chain";
import { exchangeOn } from "../exchanges";

const require = createRequire(import.meta.url);
const PERIPHERY = "@uniswap/v3-periphery/artifacts/contracts";

export type Contract = { address: Address; abi: Abi };
export type V3 = { factory: Contract; positions: Contract; router: Contract };

/** Uniswap V3 where Base Sepolia has it, as its packages publish it. */
export async function placeV3(chain: TestChain): Promise<V3> {
  const v3 = exchangeOn("eip155:84532", { homeChain: "" })?.v3;
  if (!v3) throw new Error("V3 has no place on this chain");
  const { weth } = chain.contracts;
  // The constructor runs at the very address, for V3 keeps its own in its code.
  const construct = async (address: Address, path: string, args: readonly unknown[] = []): Promise<Contract> => {
    const { abi, bytecode } = require(path) as { abi: Abi; bytecode: Hex };
    await chain.rpc("anvil_setCode", [address, encodeDeployData({ abi, bytecode, args })]);
    const { data } = await chain.client.call({ to: address });
    await mined(chain, await chain.wallet.sendTransaction({ to: address, gas: 10_000_000n }));
    await chain.rpc("anvil_setCode", [address, data]);
    return { address, abi };
  };
  const factory = await construct(v3.factory, "@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json");
  const manager = `${PERIPHERY}/NonfungiblePositionManager.sol/NonfungiblePositionManager.json`;
  const positions = await construct(v3.positions, manager, [v3.factory, weth, weth]);
  const router = await construct(v3.router, `${PERIPHERY}/SwapRouter.sol/SwapRouter.json`, [v3.factory, weth]);
  return { factory, positions, router };
}

export async function mined({ client }: Pick<TestChain, "client">, hash: Hex): Promise<TransactionReceipt> {
  const receipt = await client.waitForTransactionReceipt({ hash });
  if (receipt.status !== "success") throw new Error(`transaction ${hash} reverted`);
  return receipt;
}
