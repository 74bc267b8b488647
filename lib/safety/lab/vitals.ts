import type { Base } from "./base";
import type { Lab } from "./lab";
import { SEL } from "./selectors";
import type { Stage } from "./stage";

/** What stands in a token's books about those whom we watch. null: no readable answer. */
export type Vitals = {
  balances: Map<bigint, bigint | null>;
  supply: bigint | null;
  decimals: bigint | null;
  owner: bigint | null;
};

/** Reads them at this stage, of everybody on the list. */
export function vitals(lab: Lab, stage: Stage, watched: Iterable<bigint>): Vitals {
  const { token } = lab.ground;
  const balances = new Map<bigint, bigint | null>();
  for (const who of watched) if (!balances.has(who)) balances.set(who, stage.balance(token, who));
  return {
    balances,
    supply: stage.read(token, SEL.totalSupply),
    decimals: stage.read(token, SEL.decimals),
    owner: stage.read(token, SEL.owner) ?? stage.read(token, SEL.getOwner),
  };
}

/** Holders who did nothing: whatever happens to them, somebody else did it. */
export function victims(lab: Lab, base: Base, wallets: readonly bigint[]): bigint[] {
  const { buyer, friend } = lab.cast;
  return [buyer, friend, ...wallets.slice(0, 1), ...(base.route ? [base.route.pool] : [])];
}
