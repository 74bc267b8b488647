import { type Address, encodeFunctionData, type Hex, hexToBigInt, hexToBytes, maxUint256, numberToHex, parseAbi, parseEther } from "viem";
import { execute } from "@/lib/evm/execute";
import { openFork, settled } from "@/lib/evm/fork";
import { latestBlock } from "@/lib/evm/testdata/sameAsNode";
import { World } from "@/lib/evm/world";
import { startTestChain } from "@/lib/tools/token-safety/testdata/chain";

/** `npm run bench:evm`: how fast contracts run here, with everything noted, beside the same calls to a node on this machine. */
const ABI = parseAbi([
  "function transfer(address to, uint256 value)",
  "function swapExactETHForTokensSupportingFeeOnTransferTokens(uint256 min, address[] path, address to, uint256 deadline) payable",
  "function swapExactTokensForETHSupportingFeeOnTransferTokens(uint256 amount, uint256 min, address[] path, address to, uint256 deadline)",
]);
const ROUNDS = 3_000;
const NODE_ROUNDS = 200;

const chain = await startTestChain();
try {
  const { uniswapV2Router: router, weth } = chain.contracts;
  const token = await chain.deploy("FixedTax");
  await chain.addPool(token);
  const me = chain.deployer;
  const amount = parseEther("10");
  const swap = (name: "buy" | "sell") =>
    name === "buy"
      ? encodeFunctionData({
          abi: ABI,
          functionName: "swapExactETHForTokensSupportingFeeOnTransferTokens",
          args: [0n, [weth, token], me, maxUint256],
        })
      : encodeFunctionData({
          abi: ABI,
          functionName: "swapExactTokensForETHSupportingFeeOnTransferTokens",
          args: [amount, 0n, [token, weth], me, maxUint256],
        });
  await measure("transfer", { to: token, data: encodeFunctionData({ abi: ABI, functionName: "transfer", args: [router, 5n] }), value: 0n });
  await measure("buy, Uniswap V2", { to: router, data: swap("buy"), value: parseEther("1") });
  await measure("sell, Uniswap V2", { to: router, data: swap("sell"), value: 0n });
} finally {
  chain.stop();
}

async function measure(name: string, { to, data, value }: { to: Address; data: Hex; value: bigint }) {
  const block = await latestBlock(chain.rpc);
  const fork = openFork(chain.rpc, block);
  const from = hexToBigInt(chain.deployer);
  const call = { from, to: hexToBigInt(to), data: hexToBytes(data), value };
  const marks = new Set([from, call.to]);
  const { value: world } = await settled(fork, () => {
    const base = World.over(fork.source);
    if (!execute(base.fork(), block, call, { marks }).ok && fork.source.wanting === 0) throw new Error(`${name} failed`);
    return base;
  });
  const asked = { from: chain.deployer, to, data, value: numberToHex(value), gas: numberToHex(5_000_000) };
  const { structLogs } = (await chain.rpc("debug_traceCall", [asked, "latest", {}])) as { structLogs: unknown[] };
  for (let n = 0; n < ROUNDS; n++) execute(world.fork(), block, call, { marks });
  const here = await each(ROUNDS, () => execute(world.fork(), block, call, { marks }));
  const node = await each(NODE_ROUNDS, () => chain.rpc("eth_call", [asked, "latest"]));
  const rate = structLogs.length / here / 1_000;
  console.log(
    `${name.padEnd(18)} ${String(structLogs.length).padStart(5)} instructions ${here.toFixed(3)} ms, ${rate.toFixed(1)} million a second; one eth_call to the node ${node.toFixed(2)} ms`,
  );
}

async function each(rounds: number, work: () => unknown): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < rounds; n++) await work();
  return (performance.now() - started) / rounds;
}
