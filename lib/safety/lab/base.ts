import { fund } from "./fund";
import type { Route } from "./ground";
import type { Lab } from "./lab";
import { moment, NOW, SETTLED } from "./lab";
import { openOwnPool } from "./ownPool";
import { PLANT_CODE, REFUSER_CODE } from "./plants";
import type { Stage } from "./stage";
import { buy, give, sell, type Trade } from "./swap";

/** A thousandth of the pool: small enough that the price hardly moves, large enough to be a real purchase. */
export const POOL_SHARE = 1_000n;
const POCKET_MONEY = 10n ** 20n;

/** The worlds from which everything is tried. */
export type Base = {
  /** The buyer has just bought. */
  fresh: Stage;
  /** A day later: the friend got a part of it. */
  stage: Stage;
  route: Route | null;
  /** null: there was no pool to buy in. */
  bought: Trade | null;
  passed: Trade | null;
  /** The purchase did not work, and the buyer was given tokens by somebody who has some. */
  given: boolean;
  held: { buyer: bigint; friend: bigint };
};

export function setBase(lab: Lab, holders: readonly bigint[]): Base {
  const { cast, ground } = lab;
  const stage = lab.stage(lab.root, NOW);
  for (const who of [cast.buyer, cast.friend, cast.stranger, cast.whale]) stage.world.setBalance(who, POCKET_MONEY);
  stage.world.setCode(cast.plant, PLANT_CODE);
  stage.world.setCode(cast.refuser, REFUSER_CODE);
  const route = ground.routes[0] ?? openOwnPool(lab, stage, holders);
  const bought = route ? purchase(stage, ground.token, route, cast.buyer, POOL_SHARE) : null;
  const given = !bought?.ok && endow(lab, stage, holders);
  const held = stage.balance(ground.token, cast.buyer) ?? 0n;
  const settled = stage.fork(moment(ground.block, SETTLED));
  const passed = held > 3n ? give(settled, ground.token, cast.buyer, cast.friend, held / 4n) : null;
  const left = { buyer: settled.balance(ground.token, cast.buyer) ?? 0n, friend: settled.balance(ground.token, cast.friend) ?? 0n };
  settled.missed ||= stage.missed;
  return { fresh: stage, stage: settled, route, bought, passed, given, held: left };
}

/** Gives `who` the money for one part in `share` of the pool, and spends it. */
export function purchase(stage: Stage, token: bigint, route: Route, who: bigint, share: bigint): Trade {
  const amount = route.quoteReserve / share || 1n;
  if (!fund(stage, route.quote, who, amount)) {
    return { ok: false, reason: null, sent: amount, arrived: 0n, taxBps: null, gas: 0 };
  }
  return buy(stage, token, route, who, amount);
}

function endow(lab: Lab, stage: Stage, holders: readonly bigint[]): boolean {
  const { token } = lab.ground;
  for (const holder of holders) {
    const held = stage.balance(token, holder) ?? 0n;
    if (held < 1_000n) continue;
    if (give(stage, token, holder, lab.cast.buyer, held / 1_000n).ok) return true;
  }
  return false;
}

export function sellAll(stage: Stage, token: bigint, route: Route, who: bigint): Trade {
  return sell(stage, token, route, who, stage.balance(token, who) ?? 0n);
}
