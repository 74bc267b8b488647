import { type Address, parseEther } from "viem";
import type { CompiledContracts } from "../../compileContracts";
import type { Bench } from "../bench";
import { fill } from "./poolsV2";

export const SUPPLY = parseEther("1000000");
export const DEAD: Address = "0x000000000000000000000000000000000000dEaD";

export type Plan = {
  contract: string;
  onChain: [name: string, symbol: string];
  /** ETH in its pool; null for no pool. */
  depth: string | null;
  /** How much of the supply is beside that; half where nothing is said. */
  percent?: bigint;
  /** Told where its pool is once that is filled. */
  knowsPool?: boolean;
  /** Nobody's from the start; otherwise the maker holds the pool's shares. */
  burnShares?: boolean;
};

export type Launched = { token: Address; pool: Address | null };

/** Deploys a token and fills its pool, as its maker. */
export async function launch(who: Bench, contracts: CompiledContracts, plan: Plan): Promise<Launched> {
  const code = compiled(contracts, plan.contract);
  const token = await who.deploy(code.abi, code.bytecode, [...plan.onChain, SUPPLY]);
  if (plan.depth === null) return { token, pool: null };
  const amount = (SUPPLY * (plan.percent ?? 50n)) / 100n;
  const pool = await fill(who, token, amount, parseEther(plan.depth), plan.burnShares ? DEAD : who.deployer);
  if (plan.knowsPool) await who.send({ to: token, abi: code.abi, functionName: "setPool", args: [pool] });
  return { token, pool };
}

export function compiled(contracts: CompiledContracts, name: string) {
  const code = contracts[name];
  if (!code) throw new Error(`${name} was not compiled.`);
  return code;
}
