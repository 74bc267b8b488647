import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  type Abi,
  type Address,
  createPublicClient,
  createWalletClient,
  getAddress,
  type Hex,
  http,
  maxUint256,
  parseAbi,
  parseEther,
} from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { baseSepolia } from "viem/chains";
import { type Artifact, compile } from "./compile";

const require = createRequire(import.meta.url);
// The first of anvil's well-known development keys.
const account = privateKeyToAccount("0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80");

const ERC20 = parseAbi(["function approve(address spender, uint256 value) returns (bool)"]);
const ROUTER = parseAbi([
  "function addLiquidityETH(address token, uint256 amount, uint256 minToken, uint256 minEth, address to, uint256 deadline) payable",
]);
const POOLS = parseAbi([
  "function addLiquidity(address a, address b, uint256 amountA, uint256 amountB, uint256 minA, uint256 minB, address to, uint256 deadline)",
]);
const FACTORY = parseAbi(["function getPair(address a, address b) view returns (address)"]);

export type TestChain = Awaited<ReturnType<typeof startTestChain>>;

/** A chain of its own for one test file: real Uniswap V2, and every contract beside this file to deploy. */
export async function startTestChain(hardfork = "prague") {
  const { child, url } = await startAnvil(hardfork);
  const client = createPublicClient({ chain: baseSepolia, transport: http(url, { batch: true }), pollingInterval: 20 });
  const wallet = createWalletClient({ account, chain: baseSepolia, transport: http(url) });
  const artifacts = compile();

  const mined = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash });
    if (receipt.status !== "success") throw new Error(`transaction ${hash} reverted`);
    return receipt;
  };
  const create = async ({ abi, bytecode }: Pick<Artifact, "abi" | "bytecode">, args: readonly unknown[] = []) => {
    const { contractAddress } = await mined(await wallet.deployContract({ abi, bytecode, args: [...args] }));
    if (!contractAddress) throw new Error("nothing was deployed");
    return getAddress(contractAddress);
  };
  const deploy = (name: string, ...args: unknown[]) => {
    const artifact = artifacts[name];
    if (!artifact) throw new Error(`no contract ${name}`);
    return create(artifact, args);
  };
  const send = async (address: Address, signature: string, ...args: unknown[]) => {
    const abi: Abi = parseAbi([signature]);
    const functionName = signature.split(" ")[1]?.split("(")[0] ?? "";
    await mined(await wallet.writeContract({ address, abi, functionName, args }));
  };

  const uniswapV2Factory = await create(builtWith("@uniswap/v2-core/build/UniswapV2Factory.json"), [account.address]);
  const weth = await create(builtWith("@uniswap/v2-periphery/build/WETH9.json"));
  const uniswapV2Router = await create(builtWith("@uniswap/v2-periphery/build/UniswapV2Router02.json"), [uniswapV2Factory, weth]);

  /** A pool of 100,000 tokens and some ether, whose shares `to` gets, and the pool's address. */
  const addPool = async (token: Address, ether = "50", amount = parseEther("100000"), to: Address = account.address) => {
    await mined(await wallet.writeContract({ address: token, abi: ERC20, functionName: "approve", args: [uniswapV2Router, maxUint256] }));
    const args = [token, amount, 0n, 0n, to, maxUint256] as const;
    await mined(
      await wallet.writeContract({
        address: uniswapV2Router,
        abi: ROUTER,
        functionName: "addLiquidityETH",
        args,
        value: parseEther(ether),
      }),
    );
    return client.readContract({ address: uniswapV2Factory, abi: FACTORY, functionName: "getPair", args: [token, weth] });
  };

  /** The same against another token instead of ether. */
  const addTokenPool = async (token: Address, quote: Address, amount: bigint, quoteAmount: bigint, to: Address = account.address) => {
    for (const address of [token, quote]) {
      await mined(await wallet.writeContract({ address, abi: ERC20, functionName: "approve", args: [uniswapV2Router, maxUint256] }));
    }
    const args = [token, quote, amount, quoteAmount, 0n, 0n, to, maxUint256] as const;
    await mined(await wallet.writeContract({ address: uniswapV2Router, abi: POOLS, functionName: "addLiquidity", args }));
  };

  return {
    url,
    client,
    wallet,
    deployer: account.address,
    artifacts,
    contracts: { uniswapV2Factory, uniswapV2Router, weth },
    create,
    deploy,
    send,
    addPool,
    addTokenPool,
    rpc: (method: string, params: unknown[]) => client.request({ method, params } as never) as Promise<unknown>,
    stop: () => child.kill("SIGTERM"),
  };
}

function builtWith(path: string): Pick<Artifact, "abi" | "bytecode"> {
  const { abi, bytecode } = JSON.parse(readFileSync(require.resolve(path), "utf8"));
  return { abi, bytecode: bytecode.startsWith("0x") ? bytecode : `0x${bytecode}` };
}

function startAnvil(hardfork: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ["--port", "0", "--chain-id", "84532", "--hardfork", hardfork];
  const bin = require.resolve("@foundry-rs/anvil/bin.mjs");
  const child = spawn(process.execPath, [bin, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`anvil ended with ${code}`)));
    child.stdout.on("data", (chunk: Buffer) => {
      const port = /Listening on 127\.0\.0\.1:(\d+)/.exec(chunk.toString())?.[1];
      if (port) resolve({ child, url: `http://127.0.0.1:${port}` });
    });
  });
}
