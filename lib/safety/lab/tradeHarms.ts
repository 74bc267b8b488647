import { act } from "./act";
import type { Profile } from "./arguments";
import { sellAll } from "./base";
import type { Actor } from "./findings";
import { type HarmFound, harm } from "./harmFound";
import { type Lab, type Moment, moment } from "./lab";
import type { Stage } from "./stage";
import { type Play, type Played, play, type Suite } from "./suite";
import { give, type Trade } from "./swap";
import type { Before } from "./tryPower";

/** A change of tax below this is rounding. */
const NOTICED_BPS = 10;

type Pair = { was: Played | undefined; is: Played | null };

/** What holders can't do any more after a call, or pay more for. */
export function tradeHarms(
  lab: Lab,
  before: Before,
  suite: Suite,
  after: Stage,
  actor: Actor,
  target: bigint,
  profile: Profile,
  at: Moment,
): HarmFound[] {
  const tried = new Map<Play, Pair>();
  const look = (name: Play): Pair => {
    const known = tried.get(name);
    if (known) return known;
    const pair = { was: suite.plays.get(name), is: play(lab, before.base, after, name, at) };
    tried.set(name, pair);
    return pair;
  };
  const lost = (name: Play) => {
    const { was, is } = look(name);
    return Boolean(was?.trade.ok && is && !is.trade.ok);
  };
  const found: HarmFound[] = [];
  const sells = [lost("sellBuyer"), lost("sellFriend")];
  const sends = [lost("sendBuyer"), lost("sendFriend")];
  const stopped = [sells[0] || sends[0], sells[1] || sends[1]];
  if (stopped[0] !== stopped[1]) found.push(harm("freeze", "keeps one holder from selling or passing on, and no other"));
  else if (sells[0]) found.push(waysOut(lab, before, after, look, lost, actor, target, profile, at));
  else if (sends[0]) found.push(harm("pause", "keeps holders from passing tokens on"));
  else found.push(...taxHarms(look));
  const missed = [...tried.values()].some(({ is }) => is?.missed);
  return found.map((one) => ({ ...one, missed: one.missed || missed }));
}

/** All sales fail: for everybody alike, or only for those who are not meant to get out? */
function waysOut(
  lab: Lab,
  before: Before,
  after: Stage,
  look: (name: Play) => Pair,
  lost: (name: Play) => boolean,
  actor: Actor,
  target: bigint,
  profile: Profile,
  at: Moment,
): HarmFound {
  const tax = wholeTax(lab, before, after);
  if (tax !== null) return harm("tax_power", `raises the tax on sales to ${percent(tax)}`, tax);
  const inside = insider(lab, before, actor, target, profile, at);
  const shut = lost("buy");
  if (!lost("sellSome")) {
    if (shut || !inside)
      return harm("limits", `lets holders sell only a small part at a time${inside ? ", which does not hold for the caller" : ""}`);
    return harm("gate", "lets holders sell next to nothing, while purchases go on and the caller can still sell");
  }
  // Purchases stop as well: a pause, though the caller may be excused from it. Purchases go on: a trap.
  if (shut && inside) return harm("pause", "stops everybody's sales and purchases but the caller's own");
  if (shut) return harm("pause", "stops everybody's sales and purchases");
  if (inside) return harm("gate", "makes every holder's sale fail, while purchases go on and the caller can still sell");
  return harm("gate", "makes every sale fail, while purchases go on");
}

/** Sales that fail since nothing arrives at the pool are taxed, and not refused. */
function wholeTax({ ground, cast }: Lab, { base }: Before, after: Stage): number | null {
  if (!base.route) return null;
  const stage = after.fork();
  const sent = give(stage, ground.token, cast.buyer, base.route.pool, stage.balance(ground.token, cast.buyer) ?? 0n);
  if (sent.reason !== null || sent.sent === 0n) return null;
  const lostBps = Number(((sent.sent - sent.arrived) * 10_000n) / sent.sent);
  return lostBps > 8_000 ? lostBps : null;
}

/** Could whoever has the power still sell after using it? */
function insider(lab: Lab, { base }: Before, actor: Actor, target: bigint, { data }: Profile, at: Moment): boolean {
  const { route } = base;
  const { token } = lab.ground;
  if (!route) return false;
  const stage = base.stage.fork(moment(lab.ground.block, at));
  const held = stage.balance(token, lab.cast.friend) ?? 0n;
  stage.world.setBalance(actor.address, 10n ** 20n);
  if (!give(stage, token, lab.cast.friend, actor.address, held / 2n).ok) return false;
  if (!act(stage, actor, target, data).ok) return false;
  return sellAll(stage, token, route, actor.address).ok;
}

function taxHarms(look: (name: Play) => Pair): HarmFound[] {
  const rise = (name: Play) => {
    const { was, is } = look(name);
    const [low, high] = [bps(was?.trade), bps(is?.trade)];
    return low !== null && high !== null && high - low > NOTICED_BPS ? high : null;
  };
  const [buyer, friend] = [rise("sellBuyer"), rise("sellFriend")];
  if (buyer !== null && friend === null)
    return [harm("tax_targeted", `taxes one holder's sale at ${percent(buyer)} and no other's`, buyer)];
  if (buyer !== null) return [harm("tax_power", `raises the tax on sales to ${percent(buyer)}`, buyer)];
  const [sent, other] = [rise("sendBuyer"), rise("sendFriend")];
  if (sent !== null && other === null)
    return [harm("tax_targeted", `taxes one holder's transfer at ${percent(sent)} and no other's`, sent)];
  if (sent !== null) return [harm("tax_power", `raises the tax on transfers to ${percent(sent)}`, sent)];
  const bought = rise("buy");
  return bought === null ? [] : [harm("tax_power", `raises the tax on purchases to ${percent(bought)}`, bought)];
}

function bps(trade: Trade | undefined): number | null {
  return trade?.ok ? trade.taxBps : null;
}

function percent(tax: number): string {
  return `${Number((tax / 100).toFixed(2))} %`;
}
