import { type Abi, type Address, createWalletClient, http, maxUint256, parseAbi, parseEther } from "viem";
import { baseSepolia } from "viem/chains";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type SampleChain, startSampleChain } from "@/lib/testing/sampleChain";
import { exchangeOn } from "../../chain/exchanges";
import { testAccount } from "../accounts";

const exchange = exchangeOn("eip155:84532", { homeChain: "" });
if (!exchange) throw new Error("no exchange");
const { v3, router: v2Router, quotes } = exchange;
const WETH = quotes[0].address;
const me = testAccount("deployer");
const FEE = 10_000;

const tokenAbi = parseAbi([
  "function approve(address,uint256) returns (bool)",
  "function balanceOf(address) view returns (uint256)",
  "function deposit() payable",
]);
const positionsAbi = parseAbi([
  "function createAndInitializePoolIfNecessary(address,address,uint24,uint160) returns (address)",
  "function mint((address,address,uint24,int24,int24,uint256,uint256,uint256,uint256,address,uint256)) returns (uint256,uint128,uint256,uint256)",
  "function tokenURI(uint256) view returns (string)",
  "function totalSupply() view returns (uint256)",
  "function tokenByIndex(uint256) view returns (uint256)",
]);
const quoterAbi = parseAbi([
  "function quoteExactInputSingle((address,address,uint256,uint24,uint160)) returns (uint256,uint160,uint32,uint256)",
]);
const routerAbi = parseAbi([
  "function exactInputSingle((address,address,uint24,address,uint256,uint256,uint160)) payable returns (uint256)",
  "function swapExactTokensForTokens(uint256,uint256,address[],address) payable returns (uint256)",
]);
const factoryAbi = parseAbi([
  "function getPool(address,address,uint24) view returns (address)",
  "function owner() view returns (address)",
  "function feeAmountTickSpacing(uint24) view returns (int24)",
]);

let chain: SampleChain;
let token: Address;

beforeAll(async () => {
  chain = await startSampleChain();
  token = chain.sampleTokens.find(({ name }) => name === "Owner-mintable")?.address as Address;
});
afterAll(() => chain.stop());

const reader = () => chain.client;
const wallet = () => createWalletClient({ account: me, chain: baseSepolia, transport: http(chain.url) });
type Write = { address: Address; abi: Abi; functionName: string; args?: readonly unknown[]; value?: bigint };
const send = async (call: Write) => {
  const receipt = await reader().waitForTransactionReceipt({ hash: await wallet().writeContract({ gas: 8_000_000n, ...call }) });
  expect(receipt.status).toBe("success");
};
const balance = (of: Address) => reader().readContract({ address: of, abi: tokenAbi, functionName: "balanceOf", args: [me.address] });

it("stands as its constructors left it", async () => {
  const ask = (functionName: "owner" | "feeAmountTickSpacing", args: unknown[] = []) =>
    reader().readContract({ address: v3.factory, abi: factoryAbi, functionName, args } as never);
  expect(await ask("owner")).toBe(me.address);
  const spacings = await Promise.all([100, 500, 3_000, 10_000, 250].map((fee) => ask("feeAmountTickSpacing", [fee])));
  expect(spacings).toEqual([1, 10, 60, 200, 0]);
});

it("sells through the router exactly what the quoter promised, in a pool that the periphery finds by itself", async () => {
  await send({ address: WETH, abi: tokenAbi, functionName: "deposit", value: parseEther("20") });
  for (const address of [WETH, token]) {
    for (const spender of [v3.positions, v3.router]) {
      await send({ address, abi: tokenAbi, functionName: "approve", args: [spender, maxUint256] });
    }
  }
  const [a, b] = BigInt(token) < BigInt(WETH) ? [token, WETH] : [WETH, token];
  const pool = { address: v3.positions, abi: positionsAbi } as const;
  await send({ ...pool, functionName: "createAndInitializePoolIfNecessary", args: [a, b, FEE, 2n ** 96n] });
  const position = [a, b, FEE, -887_200, 887_200, parseEther("10"), parseEther("10"), 0n, 0n, me.address, maxUint256] as const;
  await send({ ...pool, functionName: "mint", args: [position] });

  const amount = parseEther("1");
  const quoted = await reader().simulateContract({
    address: v3.quoter,
    abi: quoterAbi,
    functionName: "quoteExactInputSingle",
    args: [[token, WETH, amount, FEE, 0n]],
  });
  const before = await balance(WETH);
  const order = [token, WETH, FEE, me.address, amount, 0n, 0n] as const;
  await send({ address: v3.router, abi: routerAbi, functionName: "exactInputSingle", args: [order] });
  expect(await balance(WETH)).toBe(before + quoted.result[0]);
  expect(quoted.result[0]).toBeGreaterThan(parseEther("0.85"));
});

it("the router knows the older pools, too", async () => {
  const before = await balance(token);
  const args = [parseEther("0.1"), 0n, [WETH, token], me.address] as const;
  await send({ address: v3.router, abi: routerAbi, functionName: "swapExactTokensForTokens", args });
  expect(await balance(token)).toBeGreaterThan(before);
  expect(v3.router).not.toBe(v2Router);
});

it("draws the picture of a position", async () => {
  const read = <T>(functionName: "totalSupply" | "tokenByIndex" | "tokenURI", args: unknown[] = []) =>
    reader().readContract({ address: v3.positions, abi: positionsAbi, functionName, args } as never) as Promise<T>;
  const last = await read<bigint>("tokenByIndex", [(await read<bigint>("totalSupply")) - 1n]);
  const uri = await read<string>("tokenURI", [last]);
  const { name } = JSON.parse(Buffer.from(uri.split(",")[1] ?? "", "base64").toString());
  expect(name).toContain("PRESS");
});
