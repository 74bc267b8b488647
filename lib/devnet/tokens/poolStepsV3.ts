import { type Address, encodeAbiParameters, getContractAddress, keccak256, maxUint256, parseEther } from "viem";
import { exchangeOn } from "../../chain/exchanges";
import { artifact } from "../genesis/artifact";
import { EXCHANGE } from "../genesis/placeUniswap";
import type { Row, Step } from "./types";

const { bytecode } = artifact("@uniswap/v3-core/artifacts/contracts/UniswapV3Pool.sol/UniswapV3Pool.json");
const FEE = 3_000;
/** As far as prices reach at this fee. */
const EDGE = 887_220;
const MINT = "mint((address,address,uint24,int24,int24,uint256,uint256,uint256,uint256,address,uint256))";

/** Where V3 puts the pool of a token and WETH with the usual fee. */
export function poolOfV3(token: Address): Address {
  const types = [{ type: "address" }, { type: "address" }, { type: "uint24" }] as const;
  const salt = keccak256(encodeAbiParameters(types, [...sorted(token), FEE]));
  return getContractAddress({ opcode: "CREATE2", from: v3().factory, salt, bytecode });
}

/** Opens the pool and fills all of its range; the position goes to whoever gets the shares. */
export function poolStepsV3(
  { pooled = 950_000_000, decimals = 18, depth = 30, shares = "$dead" }: Row,
  token: Address,
): Omit<Step, "at">[] {
  const amount = BigInt(pooled) * 10n ** BigInt(decimals);
  const ether = parseEther(String(depth));
  const [first, second] = sorted(token);
  const [amount0, amount1] = first === token ? [amount, ether] : [ether, amount];
  const price = root((amount1 << 192n) / amount0);
  const { positions } = v3();
  const range = [first, second, FEE, -EDGE, EDGE, amount0, amount1, 0n, 0n, shares, maxUint256];
  return [
    { call: "approve(address,uint256)", args: [positions, maxUint256] },
    { to: positions, call: "createAndInitializePoolIfNecessary(address,address,uint24,uint160)", args: [first, second, FEE, price] },
    { to: positions, call: MINT, args: [range], value: ether },
  ];
}

function v3() {
  const known = exchangeOn("eip155:84532", { homeChain: "" })?.v3;
  if (!known) throw new Error("Nobody knows where Uniswap V3 is on the local chain.");
  return known;
}

function sorted(token: Address): [Address, Address] {
  return BigInt(token) < BigInt(EXCHANGE.weth) ? [token, EXCHANGE.weth] : [EXCHANGE.weth, token];
}

/** The whole part of a square root. */
function root(value: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(value.toString(2).length / 2));
  for (;;) {
    const next = (guess + value / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
