import type { Address } from "viem";
import type { Holding } from "./facts";
import type { Attempt } from "./gather/attempt";

/** Real balance changes beside what the events tell; whatever neither changed nor was told of is left out. */
export function holdingsOf({ balances, told }: Attempt): Holding[] {
  return balances.flatMap(({ token, owner, before, after }) => {
    const change = before === null || after === null ? null : after - before;
    const said = told.moves.reduce((sum, move) => (move.token === token ? sum + signed(move, owner) : sum), 0n);
    const mentioned = told.moves.some((move) => move.token === token && (move.from === owner || move.to === owner));
    if ((change === 0n || change === null) && !mentioned) return [];
    // Without an event nothing was told, so that nothing can disagree.
    return [{ token, address: owner, change, told: said, agrees: change === null ? null : mentioned ? change === said : null }];
  });
}

/** How many kinds of things the account has more of afterwards. */
export function gainsOf({ told, ether }: Attempt, holdings: readonly Holding[], account: Address): number {
  const tokens = holdings.filter(({ address, change }) => address === account && change !== null && change > 0n).length;
  const items = told.items.filter(({ to }) => to === account).length;
  const paid = ether.filter(({ address, before, after }) => address === account && after > before).length;
  return tokens + items + paid;
}

function signed({ from, to, amount }: { from: Address; to: Address; amount: bigint }, owner: Address): bigint {
  if (from === to) return 0n;
  return to === owner ? amount : from === owner ? -amount : 0n;
}
