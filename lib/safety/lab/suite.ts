import { type Base, POOL_SHARE, purchase } from "./base";
import type { Lab, Moment } from "./lab";
import { moment } from "./lab";
import type { Reads, Stage } from "./stage";
import { give, sell, type Trade } from "./swap";

/** What a holder wants to be able to do, each tried by itself on a copy of the same world. */
export const PLAYS = ["sellBuyer", "sellFriend", "sellSome", "sendBuyer", "sendFriend", "buy"] as const;
export type Play = (typeof PLAYS)[number];

export type Played = { trade: Trade; reads: Reads; env: number; missed: boolean };

/** Plays one of them in this world at this moment; the world stays as it is. */
export function play(lab: Lab, base: Base, world: Stage, name: Play, at: Moment): Played | null {
  const { route } = base;
  const { token } = lab.ground;
  const { buyer, friend, stranger, reader } = lab.cast;
  const stage = world.fork(moment(lab.ground.block, at));
  const done = (trade: Trade): Played => ({ trade, reads: stage.reads, env: stage.env, missed: stage.missed });
  const held = (who: bigint) => stage.balance(token, who) ?? 0n;
  switch (name) {
    case "sellBuyer":
      return route && done(sell(stage, token, route, buyer, least(held(buyer), base.held.buyer)));
    case "sellFriend":
      return route && done(sell(stage, token, route, friend, least(held(friend), base.held.friend)));
    case "sellSome":
      return route && done(sell(stage, token, route, buyer, held(buyer) / 50n));
    case "sendBuyer":
      return done(give(stage, token, buyer, reader, held(buyer) / 2n));
    case "sendFriend":
      return done(give(stage, token, friend, reader, held(friend) / 2n));
    case "buy":
      return route && done(purchase(stage, token, route, stranger, POOL_SHARE));
  }
}

/** No more than before the call that is looked at: whoever was given a fortune moves the whole market. */
function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

export type Suite = { at: Moment; plays: Map<Play, Played>; reads: Reads; env: number };

export function playAll(lab: Lab, base: Base, at: Moment): Suite {
  const plays = new Map<Play, Played>();
  const reads: Reads = new Map();
  let env = 0;
  for (const name of PLAYS) {
    const played = play(lab, base, base.stage, name, at);
    if (!played) continue;
    plays.set(name, played);
    env |= played.env;
    for (const [address, slots] of played.reads) {
      const known = reads.get(address) ?? new Set();
      for (const slot of slots) known.add(slot);
      reads.set(address, known);
    }
  }
  return { at, plays, reads, env };
}
