import { type Abi, type Address, maxUint256, parseEther } from "viem";
import type { SampleToken } from "../../env";
import type { CompiledContracts } from "../compileContracts";
import { artifact } from "./artifact";
import type { Bench } from "./bench";
import { EXCHANGE } from "./placeUniswap";

type Sample = {
  contract: string;
  name: string;
  what: string;
  onChain: [name: string, symbol: string];
  /** ETH beside half of the supply; null for no pool. */
  depth: string | null;
  /** Told where its pool is once that is filled. */
  knowsPool?: boolean;
  /** Who holds the pool's shares: nobody, or the deployer who can take them out. */
  burnShares?: boolean;
};

const SUPPLY = parseEther("1000000");
const DEAD: Address = "0x000000000000000000000000000000000000dEaD";

const SAMPLES: readonly Sample[] = [
  {
    contract: "PlainToken",
    name: "Plain",
    what: "fixed supply, no owner, pool shares burnt",
    onChain: ["Pebble", "PEB"],
    depth: "80",
    burnShares: true,
  },
  {
    contract: "TaxToken",
    name: "Fixed tax",
    what: "keeps 3% of every buy and sell",
    onChain: ["Tollgate", "TOLL"],
    depth: "40",
    knowsPool: true,
  },
  {
    contract: "HoneypotToken",
    name: "Honeypot",
    what: "honeypot: buys go through, sells revert",
    onChain: ["Golden Goose", "GOOSE"],
    depth: "60",
    knowsPool: true,
  },
  {
    contract: "MintableToken",
    name: "Owner-mintable",
    what: "its owner can mint as much as they like",
    onChain: ["Printing Press", "PRESS"],
    depth: "50",
  },
  {
    contract: "PlainToken",
    name: "No liquidity",
    what: "a plain token that no pool trades",
    onChain: ["Hermit", "HERMIT"],
    depth: null,
  },
];

/** Deploys the tokens that the tools are tried on. The order is fixed, and so are their addresses. */
export async function placeSampleTokens(bench: Bench, contracts: CompiledContracts): Promise<SampleToken[]> {
  const placed: SampleToken[] = [];
  for (const sample of SAMPLES) {
    const code = contracts[sample.contract];
    if (!code) throw new Error(`${sample.contract} was not compiled.`);
    const address = await bench.deploy(code.abi, code.bytecode, [...sample.onChain, SUPPLY]);
    if (sample.depth) await fillPool(bench, address, code.abi, sample, parseEther(sample.depth));
    placed.push({ name: sample.name, address, what: sample.what });
  }
  return placed;
}

async function fillPool(bench: Bench, token: Address, abi: Abi, sample: Sample, ether: bigint): Promise<void> {
  const { uniswapV2Factory, uniswapV2Router, weth } = EXCHANGE;
  const router = artifact("@uniswap/v2-periphery/build/UniswapV2Router02.json");
  const factory = artifact("@uniswap/v2-core/build/UniswapV2Factory.json");
  await bench.send({ to: token, abi, functionName: "approve", args: [uniswapV2Router, maxUint256] });
  const holder = sample.burnShares ? DEAD : bench.deployer;
  await bench.send({
    to: uniswapV2Router,
    abi: router.abi,
    functionName: "addLiquidityETH",
    args: [token, SUPPLY / 2n, 0n, 0n, holder, maxUint256],
    value: ether,
  });
  if (!sample.knowsPool) return;
  const pool = await bench.read({ to: uniswapV2Factory, abi: factory.abi, functionName: "getPair", args: [token, weth] });
  await bench.send({ to: token, abi, functionName: "setPool", args: [pool] });
}
