import type { EvmLog } from "@/lib/evm/types";
import { type Base, POOL_SHARE } from "./base";
import { calldata, LOW_160, MAX_WORD, wordAt } from "./bytes";
import { fund } from "./fund";
import type { People } from "./ground";
import { AFTERWARDS, type Lab, MUCH_LATER, moment } from "./lab";
import { SEL, TOPIC } from "./selectors";
import type { Stage } from "./stage";
import { buy } from "./swap";

/** Something that a token says of itself, held against what is. `ok: null`: it could not be told. */
export type TruthFinding = { ok: boolean | null; text: string };
export type Truth = Record<"balances" | "supply" | "decimals" | "events", TruthFinding>;

const UNTOLD: TruthFinding = { ok: null, text: "It could not be tried." };
/** Tokens that keep shares instead of amounts lose a unit or two in rounding. */
const ROUNDING = 10n;
const MOST_DECIMALS = 36n;

/** Balances, supply, decimals and events, each against what really happened in a transfer and a purchase. */
export async function checkTruth(lab: Lab, base: Base, people: People): Promise<Truth> {
  let truth: Truth = { balances: UNTOLD, supply: UNTOLD, decimals: UNTOLD, events: UNTOLD };
  await lab.sweep([
    () => {
      const stage = base.stage.fork(moment(lab.ground.block, AFTERWARDS));
      truth = {
        balances: balancesHold(lab, stage),
        supply: supplyHolds(lab, base, stage, people),
        decimals: decimalsHold(lab, stage),
        events: eventsHold(lab, base, stage.fork()),
      };
      return lab.state.wanting === 0;
    },
  ]);
  return truth;
}

function balancesHold({ ground, cast }: Lab, world: Stage): TruthFinding {
  const { token } = ground;
  const empty = world.balance(token, cast.reader);
  if (empty === null) return { ok: false, text: "balanceOf() has no readable answer." };
  if (empty > ROUNDING) return { ok: false, text: "It shows a balance for an address that never had any." };
  const asked = [cast.reader, cast.buyer, cast.plant, ground.router ?? cast.reader].map((from) =>
    world.read(token, SEL.balanceOf, [cast.buyer], from),
  );
  if (asked.some((word) => word !== asked[0])) return { ok: false, text: "It shows another balance to another reader." };
  const held = asked[0] ?? 0n;
  if (held === 0n) return { ok: null, text: "Nobody could be given any, so balances could not be followed." };
  const stage = world.fork();
  const amount = held / 2n;
  const moved = stage.call(cast.buyer, token, calldata(SEL.transfer, [cast.reader, amount]));
  const left = stage.balance(token, cast.buyer) ?? 0n;
  const got = stage.balance(token, cast.reader) ?? 0n;
  if (!moved.ok) return { ok: true, text: "It shows the same balance to every reader, and none for somebody new." };
  // Tokens that share fees among all give some of it back.
  const slack = amount / 1_000n + ROUNDING;
  if (left > held - amount + slack) return { ok: false, text: "A transfer does not lower the sender's balance by what was sent." };
  if (got > amount + slack) return { ok: false, text: "A transfer adds more to the receiver than was sent." };
  return { ok: true, text: "Balances are the same for every reader, and change by what is sent." };
}

function supplyHolds({ ground, cast }: Lab, base: Base, stage: Stage, people: People): TruthFinding {
  const supply = stage.read(ground.token, SEL.totalSupply);
  if (supply === null) return { ok: false, text: "totalSupply() has no readable answer." };
  const holders = new Set([
    cast.buyer,
    cast.friend,
    ground.token,
    ...people.wallets,
    ...people.seen.slice(0, 24),
    ...(base.route ? [base.route.pool] : []),
  ]);
  let sum = 0n;
  for (const who of holders) sum += stage.balance(ground.token, who) ?? 0n;
  if (sum > supply + ROUNDING) return { ok: false, text: "Balances that were read add up to more than the supply." };
  return { ok: true, text: "The balances that were read fit into the supply." };
}

function decimalsHold({ ground, cast }: Lab, stage: Stage): TruthFinding {
  const ask = (from: bigint, at: Stage) => at.read(ground.token, SEL.decimals, [], from);
  const later = stage.fork(moment(ground.block, MUCH_LATER));
  const all = [ask(cast.reader, stage), ask(cast.buyer, stage), ask(cast.plant, stage), ask(cast.reader, later)];
  const [first] = all;
  if (first === null || first === undefined)
    return { ok: true, text: "It does not say how many decimals it has; amounts are whole units." };
  if (all.some((word) => word !== first)) return { ok: false, text: "decimals() answers differently by reader or time." };
  if (first > MOST_DECIMALS) return { ok: false, text: `It claims ${first > 255n ? "more than 255" : first} decimals.` };
  return { ok: true, text: `It has ${first} decimals, whoever asks.` };
}

/** Every Transfer that a purchase logs has to be one: the receiver has more, by as much. */
function eventsHold(lab: Lab, base: Base, stage: Stage): TruthFinding {
  const { ground, cast } = lab;
  const { token } = ground;
  if (!base.route) return sentEvents(lab, stage);
  const amount = base.route.quoteReserve / POOL_SHARE || 1n;
  if (!fund(stage, base.route.quote, cast.stranger, amount)) return UNTOLD;
  const { route } = base;
  const after = stage.fork();
  const logs = after.logsOf(() => buy(after, token, route, cast.stranger, amount));
  return judgeLogs(lab, logs, stage, after) ?? sentEvents(lab, base.stage.fork());
}

function sentEvents(lab: Lab, stage: Stage): TruthFinding {
  const { ground, cast } = lab;
  const after = stage.fork();
  const half = (stage.balance(ground.token, cast.buyer) ?? 0n) / 2n;
  if (half === 0n) return UNTOLD;
  const moved = after.call(cast.buyer, ground.token, calldata(SEL.transfer, [cast.reader, half]));
  if (!moved.ok) return { ok: null, text: "No transfer went through, so its events could not be held against it." };
  return judgeLogs(lab, moved.logs, stage, after) ?? { ok: true, text: "What it logs is what happens." };
}

function judgeLogs({ ground }: Lab, logs: readonly EvmLog[], before: Stage, after: Stage): TruthFinding | null {
  const { token } = ground;
  const sums = new Map<bigint, bigint>();
  for (const { address, topics, data } of logs) {
    const [topic, from, to] = topics;
    const amount = wordAt(data) ?? 0n;
    if (address !== token || topic !== TOPIC.transfer || from === undefined || to === undefined || amount === MAX_WORD) continue;
    sums.set(from & LOW_160, (sums.get(from & LOW_160) ?? 0n) - amount);
    sums.set(to & LOW_160, (sums.get(to & LOW_160) ?? 0n) + amount);
  }
  for (const [who, change] of [...sums].slice(0, 12)) {
    if (who === 0n) continue;
    const real = (after.balance(token, who) ?? 0n) - (before.balance(token, who) ?? 0n);
    const off = real > change ? real - change : change - real;
    // Holders of tokens that share fees among all get a little more than was logged.
    const slack = (change < 0n ? -change : change) / 20n + ROUNDING;
    if (change > 0n && off > slack && real < change)
      return { ok: false, text: "It logs transfers to somebody who does not get the tokens." };
    if (change < 0n && real > change + slack) return { ok: false, text: "It logs transfers from somebody who keeps the tokens." };
  }
  return null;
}
