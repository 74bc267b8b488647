import { type Address, maxUint128, maxUint256, parseAbi } from "viem";
import type { Bench } from "../bench";
import { approve, exchange, WETH } from "./dealings";

const { positions, factory } = exchange.v3;
const POSITIONS = parseAbi([
  "struct Position { address token0; address token1; uint24 fee; int24 low; int24 high; uint256 amount0; uint256 amount1; uint256 min0; uint256 min1; address recipient; uint256 deadline; }",
  "struct Decrease { uint256 id; uint128 liquidity; uint256 min0; uint256 min1; uint256 deadline; }",
  "struct Collect { uint256 id; address recipient; uint128 max0; uint128 max1; }",
  "function createAndInitializePoolIfNecessary(address token0, address token1, uint24 fee, uint160 sqrtPriceX96) returns (address)",
  "function mint(Position position) returns (uint256, uint128, uint256, uint256)",
  "function decreaseLiquidity(Decrease what) returns (uint256, uint256)",
  "function collect(Collect what) returns (uint256, uint256)",
  "function transferFrom(address from, address to, uint256 id)",
  "function positions(uint256 id) view returns (uint96, address, address, address, uint24, int24, int24, uint128, uint256, uint256, uint128, uint128)",
  "function totalSupply() view returns (uint256)",
  "function tokenByIndex(uint256) view returns (uint256)",
]);
const FACTORY = parseAbi([
  "function getPool(address a, address b, uint24 fee) view returns (address)",
  "function feeAmountTickSpacing(uint24 fee) view returns (int24)",
]);
const POOL = parseAbi(["function slot0() view returns (uint160, int24, uint16, uint16, uint16, uint8, bool)"]);
const WETH9 = parseAbi(["function deposit() payable"]);
const LAST_TICK = 887_272;

/** An amount of the token and as much ether as it is worth. */
export type Pair = { token: Address; amount: bigint; ether: bigint; fee: number };

export async function poolV3(who: Bench, token: Address, fee: number): Promise<Address> {
  return (await who.read({ to: factory, abi: FACTORY, functionName: "getPool", args: [token, WETH, fee] })) as Address;
}

/**
 * Opens a position, and the pool where it isn't there yet, at the price that the two amounts make. `width`: how many
 * steps of the price around it the position serves; null for every price. Answers the position's number.
 */
export async function openPosition(who: Bench, { token, amount, ether, fee }: Pair, width: number | null): Promise<bigint> {
  const tokenFirst = BigInt(token) < BigInt(WETH);
  const [token0, token1] = tokenFirst ? [token, WETH] : [WETH, token];
  const [amount0, amount1] = tokenFirst ? [amount, ether] : [ether, amount];
  const to = { to: positions, abi: POSITIONS } as const;
  const price = root((amount1 << 192n) / amount0);
  await who.send({ ...to, functionName: "createAndInitializePoolIfNecessary", args: [token0, token1, fee, price] });
  await who.send({ to: WETH, abi: WETH9, functionName: "deposit", args: [], value: ether });
  await approve(who, WETH, positions, ether);
  await approve(who, token, positions, amount);
  const [low, high] = await range(who, token, fee, width);
  const common = { min0: 0n, min1: 0n, recipient: who.deployer, deadline: maxUint256 };
  await who.send({ ...to, functionName: "mint", args: [{ token0, token1, fee, low, high, amount0, amount1, ...common }] });
  const count = (await who.read({ ...to, functionName: "totalSupply", args: [] })) as bigint;
  return (await who.read({ ...to, functionName: "tokenByIndex", args: [count - 1n] })) as bigint;
}

/** Takes so many hundredths of a position out, with all fees that it has earned. */
export async function shrinkPosition(who: Bench, id: bigint, percent: bigint): Promise<void> {
  const to = { to: positions, abi: POSITIONS } as const;
  const held = (await who.read({ ...to, functionName: "positions", args: [id] })) as readonly unknown[];
  const liquidity = ((held[7] as bigint) * percent) / 100n;
  await who.send({ ...to, functionName: "decreaseLiquidity", args: [{ id, liquidity, min0: 0n, min1: 0n, deadline: maxUint256 }] });
  await who.send({ ...to, functionName: "collect", args: [{ id, recipient: who.deployer, max0: maxUint128, max1: maxUint128 }] });
}

export const givePosition = (who: Bench, id: bigint, to: Address) =>
  who.send({ to: positions, abi: POSITIONS, functionName: "transferFrom", args: [who.deployer, to, id] });

async function range(who: Bench, token: Address, fee: number, width: number | null): Promise<[number, number]> {
  const step = (await who.read({ to: factory, abi: FACTORY, functionName: "feeAmountTickSpacing", args: [fee] })) as number;
  const floor = (tick: number) => Math.floor(tick / step) * step;
  if (width === null) return [floor(-LAST_TICK) + step, floor(LAST_TICK)];
  const pool = await poolV3(who, token, fee);
  const [, tick] = (await who.read({ to: pool, abi: POOL, functionName: "slot0", args: [] })) as [bigint, number];
  return [floor(tick) - width * step, floor(tick) + width * step];
}

/** The whole part of a square root, by Newton's steps. */
function root(of: bigint): bigint {
  let guess = 1n << BigInt(Math.ceil(of.toString(2).length / 2));
  for (;;) {
    const next = (guess + of / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}
