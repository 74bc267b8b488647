import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Abi, type Address, createPublicClient, type Hex, http, maxUint256, type PublicClient, parseAbi, parseEther } from "viem";
import { baseSepolia } from "viem/chains";
import type { Exchange } from "@/lib/chain/exchanges";
import { type ChainView, openChain } from "@/lib/chain/openChain";
import { compileSolidity } from "@/lib/testing/compile";
import { startTestChain, type TestChain } from "@/lib/tools/token-safety/testdata/chain";

const require = createRequire(import.meta.url);
const SHARES = parseAbi(["function balanceOf(address) view returns (uint256)"]);

export type Place = Awaited<ReturnType<typeof startPlace>>;

/** A chain with both Uniswaps, a second quote, and the contracts beside this file. */
export async function startPlace() {
  const chain = await startTestChain();
  const own = { ...compiled("Locks.sol"), ...compiled("Masters.sol") };
  const deploy = (name: string, ...args: unknown[]) => {
    const artifact = own[name];
    return artifact ? chain.create(artifact, args) : chain.deploy(name, ...args);
  };
  const factory = await chain.create(built("@uniswap/v3-core/artifacts/contracts/UniswapV3Factory.sol/UniswapV3Factory.json"));
  const { weth, uniswapV2Factory, uniswapV2Router } = chain.contracts;
  const positions = await chain.create(
    built("@uniswap/v3-periphery/artifacts/contracts/NonfungiblePositionManager.sol/NonfungiblePositionManager.json"),
    [factory, weth, weth],
  );
  const usdc = await chain.deploy("Plain");
  const exchange: Exchange = {
    factory: uniswapV2Factory,
    router: uniswapV2Router,
    v3: { factory, router: positions, quoter: positions, positions },
    quotes: [
      { symbol: "WETH", address: weth },
      { symbol: "USDC", address: usdc },
    ],
  };
  /** A V3 pool at the price of one for one, and a position in it; the position's number counts from 1. */
  const addPosition = async (token: Address, { fee = 3_000, amount = "10", lower = -60_000, upper = 60_000, to = chain.deployer } = {}) => {
    await chain.client.waitForTransactionReceipt({
      hash: await chain.wallet.sendTransaction({ to: weth, value: parseEther(amount), data: "0xd0e30db0" }),
    });
    for (const one of [token, weth]) await chain.send(one, "function approve(address,uint256)", positions, maxUint256);
    const [a, b] = BigInt(token) < BigInt(weth) ? [token, weth] : [weth, token];
    await chain.send(positions, "function createAndInitializePoolIfNecessary(address,address,uint24,uint160)", a, b, fee, 2n ** 96n);
    const order = [a, b, fee, lower, upper, parseEther(amount), parseEther(amount), 0n, 0n, to, maxUint256];
    await chain.send(
      positions,
      "function mint((address,address,uint24,int24,int24,uint256,uint256,uint256,uint256,address,uint256) order)",
      order,
    );
  };
  return { ...chain, deploy, exchange, positions, addPosition, sharesOf: sharesOf(chain) };
}

function sharesOf({ client }: TestChain) {
  return (pair: Address, holder: Address) => client.readContract({ address: pair, abi: SHARES, functionName: "balanceOf", args: [holder] });
}

export function built(path: string): { abi: Abi; bytecode: Hex } {
  const { abi, bytecode } = JSON.parse(readFileSync(require.resolve(path), "utf8"));
  return { abi, bytecode };
}

/** Kept in the temporary folder, since the compiler needs seconds. */
function compiled(file: string): ReturnType<typeof compileSolidity> {
  const path = join(import.meta.dirname, file);
  const kept = join(tmpdir(), `coinslot-safety-${createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, "utf8"));
  const artifacts = compileSolidity(path, { evmVersion: "paris" });
  writeFileSync(kept, JSON.stringify(artifacts));
  return artifacts;
}

/** A view of the newest block, and how many times the node was gone to since. `edge` may throw instead of the node. */
export async function look(
  place: Place,
  edge?: (method: string, params: readonly unknown[]) => void,
): Promise<{ view: ChainView; trips: () => number }> {
  let trips = 0;
  const transport = http(place.url, { batch: true, onFetchRequest: () => void trips++ });
  const client = createPublicClient({ chain: baseSepolia, transport });
  const view = await openChain(client as PublicClient, AbortSignal.timeout(20_000));
  trips = 0;
  const ask: ChainView["ask"] = async (method, params) => {
    edge?.(method, params);
    return view.ask(method, params);
  };
  return { view: { ...view, ask }, trips: () => trips };
}
