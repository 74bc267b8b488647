import {
  type Abi,
  type AbiParameter,
  type Address,
  bytesToHex,
  encodeFunctionData,
  type Hex,
  hexToBigInt,
  hexToBytes,
  maxUint256,
  numberToHex,
  parseAbi,
  parseEther,
} from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestChain, type TestChain } from "@/lib/tools/token-safety/testdata/chain";
import { deployUsdc } from "@/lib/tools/token-safety/testdata/usdc";
import { execute } from "./execute";
import { type Fork, openFork, settled } from "./fork";
import { driver } from "./testdata/driver";
import { precompileInputs } from "./testdata/precompileInputs";
import { Programs } from "./testdata/programs";
import { intrinsicGas, latestBlock, tryBoth } from "./testdata/sameAsNode";
import type { BlockEnv } from "./types";
import { addressToBytes, wordToBytes } from "./words";
import { World } from "./world";

const OTHER: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const STRANGER: Address = "0x00000000000000000000000000000000000a11ce";
const TOKEN = parseAbi([
  "function transfer(address to, uint256 value) returns (bool)",
  "function approve(address spender, uint256 value) returns (bool)",
  "function transferFrom(address from, address to, uint256 value) returns (bool)",
  "function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s)",
  "function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256 min, address[] path, address to, uint256 deadline) payable",
  "function swapExactTokensForETHSupportingFeeOnTransferTokens(uint256 amount, uint256 min, address[] path, address to, uint256 deadline)",
  "function removeLiquidityETH(address token, uint256 liquidity, uint256 minToken, uint256 minEth, address to, uint256 deadline)",
  "function addLiquidityETH(address token, uint256 amount, uint256 minToken, uint256 minEth, address to, uint256 deadline) payable",
  "function createPair(address a, address b) returns (address)",
  "function deposit() payable",
  "function withdraw(uint256 value)",
]);

const PRECOMPILES = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n, 9n];

let chain: TestChain;
const rpc = (method: string, params: unknown[]) => chain.rpc(method, params);

beforeAll(async () => {
  chain = await startTestChain("osaka");
});
afterAll(() => chain?.stop());

type Try = { from?: Address; to: Address; data: Hex; value?: bigint };

async function sameAsNode(call: Try) {
  const { here, node, result } = await tryBoth(rpc, await latestBlock(rpc), { from: chain.deployer, ...call });
  expect(here).toEqual(node);
  return result;
}

describe("real contracts do here what they do on a node", () => {
  it("trades at Uniswap V2", async () => {
    const { uniswapV2Router: router, uniswapV2Factory: factory, weth } = chain.contracts;
    const token = await chain.deploy("FixedTax");
    const pair = await chain.addPool(token);
    const pool = encodeFunctionData({ abi: TOKEN, functionName: "approve", args: [router, maxUint256] });
    await chain.wallet.sendTransaction({ to: pair, data: pool });
    const me = chain.deployer;
    const buy = (to: Address) =>
      encodeFunctionData({
        abi: TOKEN,
        functionName: "swapExactETHForTokensSupportingFeeOnTransferTokens",
        args: [0n, [weth, token], to, maxUint256],
      });
    const sell = (amount: bigint) =>
      encodeFunctionData({
        abi: TOKEN,
        functionName: "swapExactTokensForETHSupportingFeeOnTransferTokens",
        args: [amount, 0n, [token, weth], me, maxUint256],
      });
    const remove = (liquidity: bigint) =>
      encodeFunctionData({ abi: TOKEN, functionName: "removeLiquidityETH", args: [token, liquidity, 0n, 0n, me, maxUint256] });
    const add = encodeFunctionData({ abi: TOKEN, functionName: "addLiquidityETH", args: [token, 10n ** 18n, 0n, 0n, me, maxUint256] });
    await chain.rpc("evm_mine", []);

    const bought = await sameAsNode({ to: router, data: buy(STRANGER), value: parseEther("1") });
    expect([bought.ok, bought.logs.length, bought.seen.calls.every((call) => call.ok)]).toEqual([true, 6, true]);
    await sameAsNode({ to: router, data: buy(me), value: 1n });
    await sameAsNode({ to: router, data: buy(token), value: parseEther("5") });
    expect((await sameAsNode({ to: router, data: sell(parseEther("10")) })).ok).toBe(true);
    expect((await sameAsNode({ to: router, data: sell(maxUint256) })).halt).toBe("revert");
    expect((await sameAsNode({ to: router, data: sell(parseEther("10")), from: OTHER })).ok).toBe(false);
    expect((await sameAsNode({ to: router, data: add, value: parseEther("1") })).ok).toBe(true);
    await sameAsNode({ to: router, data: remove(10n ** 18n) });
    await sameAsNode({ to: router, data: remove(maxUint256) });
    expect(
      (await sameAsNode({ to: factory, data: encodeFunctionData({ abi: TOKEN, functionName: "createPair", args: [token, OTHER] }) })).ok,
    ).toBe(true);
    await sameAsNode({ to: weth, data: "0x", value: 7n });
    await sameAsNode({ to: weth, data: encodeFunctionData({ abi: TOKEN, functionName: "withdraw", args: [1n] }) });
    await sameAsNode({ to: STRANGER, data: "0x1234", value: 7n });
  });

  it("USDC behind its proxy, with a signed permit", async () => {
    const usdc = await deployUsdc(chain);
    const holder = privateKeyToAccount(generatePrivateKey());
    const message = { owner: holder.address, spender: OTHER, value: 5n, nonce: 0n, deadline: maxUint256 };
    const signature = await holder.signTypedData({
      domain: { name: "USDC", version: "2", chainId: 84_532, verifyingContract: usdc },
      types: {
        Permit: [
          { name: "owner", type: "address" },
          { name: "spender", type: "address" },
          { name: "value", type: "uint256" },
          { name: "nonce", type: "uint256" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "Permit",
      message,
    });
    const [r, s, v] = [`0x${signature.slice(2, 66)}`, `0x${signature.slice(66, 130)}`, Number(`0x${signature.slice(130)}`)] as const;
    const permit = (value: bigint) =>
      encodeFunctionData({ abi: TOKEN, functionName: "permit", args: [holder.address, OTHER, value, maxUint256, v, r, s] });
    const transfer = (to: Address, value: bigint) => encodeFunctionData({ abi: TOKEN, functionName: "transfer", args: [to, value] });

    expect((await sameAsNode({ to: usdc, data: permit(5n) })).ok).toBe(true);
    expect((await sameAsNode({ to: usdc, data: permit(6n) })).ok).toBe(false);
    expect((await sameAsNode({ to: usdc, data: transfer(STRANGER, 5n) })).ok).toBe(true);
    expect((await sameAsNode({ to: usdc, data: transfer(STRANGER, maxUint256) })).ok).toBe(false);
    expect((await sameAsNode({ to: usdc, data: transfer(usdc, 1n), from: OTHER })).ok).toBe(false);
  });

  it("every function of every contract of the test range, by its owner and by a stranger", async () => {
    let tried = 0;
    for (const [name, { abi, bytecode }] of Object.entries(chain.artifacts)) {
      // A node's account of millions of steps is longer than anybody reads.
      if (name === "Endless") continue;
      const made = abi.find((item) => item.type === "constructor");
      const to = bytecode === "0x" ? null : await chain.create({ abi, bytecode }, (made?.inputs ?? []).map(sample)).catch(() => null);
      if (!to) continue;
      // Gas for whatever is honest; the node's trace of those that burn it all would be large.
      const block = await latestBlock(rpc);
      const calls = callsOf(abi).flatMap((data) => [chain.deployer, OTHER].map((from) => ({ from, to, data, gas: 400_000 })));
      for (const { here, node } of await Promise.all(calls.map((call) => tryBoth(rpc, block, call)))) expect(here).toEqual(node);
      tried += calls.length;
    }
    expect(tried).toBeGreaterThan(200);
  });
});

describe("several calls on one world", () => {
  it("leave what the same transactions leave on a chain", async () => {
    const { uniswapV2Router: router, weth } = chain.contracts;
    const [token, wallet] = [await chain.deploy("SlowTrap"), chain.wallet];
    const pair = await chain.addPool(token);
    const [me, path, deadline] = [chain.deployer, [weth, token], maxUint256];
    const buy = "swapExactETHForTokensSupportingFeeOnTransferTokens";
    const sell = "swapExactTokensForETHSupportingFeeOnTransferTokens";
    const amount = parseEther("3");
    const steps: { to: Address; data: Hex; value?: bigint }[] = [
      {
        to: router,
        data: encodeFunctionData({ abi: TOKEN, functionName: buy, args: [0n, path, STRANGER, deadline] }),
        value: parseEther("2"),
      },
      { to: router, data: encodeFunctionData({ abi: TOKEN, functionName: sell, args: [amount, 0n, path.toReversed(), me, deadline] }) },
      { to: pair, data: encodeFunctionData({ abi: TOKEN, functionName: "approve", args: [router, maxUint256] }) },
      {
        to: router,
        data: encodeFunctionData({ abi: TOKEN, functionName: "removeLiquidityETH", args: [token, amount, 0n, 0n, me, deadline] }),
      },
      { to: token, data: encodeFunctionData({ abi: TOKEN, functionName: "transfer", args: [OTHER, 5n] }) },
      { to: weth, data: encodeFunctionData({ abi: TOKEN, functionName: "deposit" }), value: 9n },
      { to: weth, data: encodeFunctionData({ abi: TOKEN, functionName: "withdraw", args: [4n] }) },
    ];
    const start = await latestBlock(rpc);
    const blockOf = (n: number) => ({
      ...start,
      number: start.number + BigInt(n) + 1n,
      timestamp: start.timestamp + 10n * BigInt(n) + 10n,
    });
    const fork = openFork(rpc, start);
    const { value: played } = await settled(fork, () => {
      const world = World.over(fork.source);
      const results = steps.map(({ to, data, value }, n) =>
        execute(world, blockOf(n), { from: hexToBigInt(me), to: hexToBigInt(to), data: hexToBytes(data), value }),
      );
      return { world, results };
    });
    for (const [n, step] of steps.entries()) {
      await rpc("evm_setNextBlockTimestamp", [Number(blockOf(n).timestamp)]);
      const receipt = await chain.client.waitForTransactionReceipt({ hash: await wallet.sendTransaction({ ...step, gas: 1_000_000n }) });
      const logs = played.results[n]?.logs.map(({ address, topics, data }) => [addressOf(address), topics.map(wordOf), bytesToHex(data)]);
      expect([receipt.status, receipt.logs.map(({ address, topics, data }) => [address, topics, data])]).toEqual(["success", logs]);
    }
    const written = played.results.flatMap(({ seen }) =>
      [...seen.writes].flatMap(([address, slots]) => [...slots.keys()].map((slot) => [address, slot])),
    );
    expect(written.length).toBeGreaterThan(20);
    for (const [address = 0n, slot = 0n] of written) {
      expect(BigInt(String(await rpc("eth_getStorageAt", [addressOf(address), wordOf(slot), "latest"])))).toBe(
        played.world.slot(address, slot),
      );
    }
    for (const address of [weth, router, pair, STRANGER]) {
      expect(await chain.client.getBalance({ address })).toBe(played.world.balance(hexToBigInt(address)));
    }
  });
});

describe("made-up programs do here what they do on a node", () => {
  const DRIVER: Address = "0x00000000000000000000000000000000000d0000";
  const FIRST_HELPER = 0xe0000n;
  const FIRST_PROGRAM = 0xf0000n;
  const HANDED_OVER = 0xe0100n;
  const helpers = Array.from({ length: 12 }, (_, n) => FIRST_HELPER + BigInt(n));
  const everybody = [...helpers, ...PRECOMPILES, HANDED_OVER, hexToBigInt(STRANGER)];

  const place = (address: bigint, code: Uint8Array) => rpc("anvil_setCode", [addressOf(address), bytesToHex(code)]);

  beforeAll(async () => {
    await place(hexToBigInt(DRIVER), driver);
    await place(HANDED_OVER, Buffer.concat([Buffer.of(0xef, 1, 0), addressToBytes(FIRST_HELPER)]));
    await rpc("anvil_setBalance", [DRIVER, "0x64"]);
    for (let slot = 1; slot < 8; slot += 2) await rpc("anvil_setStorageAt", [DRIVER, wordOf(slot), wordOf(slot * 77)]);
  });

  /** Through the driver, which tells everything. False: not for this machine. */
  async function same(block: BlockEnv, fork: Fork, target: bigint, gas: bigint, sent: Uint8Array, name: string): Promise<boolean> {
    const data = Buffer.concat([wordToBytes(target), wordToBytes(gas), sent]);
    const call = { from: hexToBigInt(chain.deployer), to: hexToBigInt(DRIVER), data, gas: 2_000_000, gasPrice: 0n };
    const limit = numberToHex(call.gas + intrinsicGas(data));
    const [there, { value, whole }] = await Promise.all([
      rpc("eth_call", [{ from: chain.deployer, to: DRIVER, data: bytesToHex(data), gas: limit }, "latest"]),
      settled(fork, () => execute(World.over(fork.source), block, call), 30),
    ]);
    if (value.halt === "unsupported") return false;
    expect({ name, answer: words(bytesToHex(value.data)), whole }).toEqual({ name, answer: words(there as Hex), whole: true });
    return true;
  }

  it.each([1, 2, 3, 4])("of seed %i", async (seed) => {
    const helper = new Programs(seed * 1_000, everybody);
    const program = new Programs(seed, [...everybody, ...helpers, hexToBigInt(DRIVER)]);
    const made = Array.from({ length: 250 }, (_, n) => ({ address: FIRST_PROGRAM + BigInt(n), code: program.next() }));
    await Promise.all(helpers.map((address) => place(address, helper.next())));
    await Promise.all(made.map(({ address, code }) => place(address, code)));
    const block = await latestBlock(rpc);
    const fork = openFork(rpc, block);
    const sent = Buffer.from("some bytes to read, more than a word of them");
    const done = await Promise.all(made.map(({ address, code }) => same(block, fork, address, 300_000n, sent, bytesToHex(code))));
    // Some call what this machine leaves to nodes.
    expect(done.filter(Boolean).length).toBeGreaterThan(220);
  });

  it("what the chain computes by itself", async () => {
    const block = await latestBlock(rpc);
    const fork = openFork(rpc, block);
    const inputs = await precompileInputs();
    const done = await Promise.all(
      inputs.flatMap(({ address, data }) =>
        [100n, 3_000n, 500_000n].map((gas) => same(block, fork, address, gas, data, `${address} ${bytesToHex(data)}`)),
      ),
    );
    expect(done.every(Boolean)).toBe(true);
  });
});

const addressOf = (address: bigint) => numberToHex(address, { size: 20 });
const wordOf = (value: number | bigint) => numberToHex(value, { size: 32 });
const words = (data: Hex) => data.slice(2).match(/.{64}/g);

function callsOf(abi: Abi): Hex[] {
  return abi.flatMap((item) =>
    item.type === "function" ? [encodeFunctionData({ abi: [item], functionName: item.name, args: item.inputs.map(sample) })] : [],
  );
}

function sample({ type }: AbiParameter): unknown {
  if (type.endsWith("]")) return [];
  if (type === "address") return STRANGER;
  if (type === "bool") return true;
  if (type === "string") return "text";
  if (type.startsWith("bytes")) return type === "bytes" ? "0x" : numberToHex(0, { size: Number(type.slice(5)) });
  return 5n;
}
