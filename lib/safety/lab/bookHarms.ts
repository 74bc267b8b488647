import type { Result } from "@/lib/evm/types";
import { calldata, LOW_160, wordAt } from "./bytes";
import type { Actor } from "./findings";
import { type HarmFound, harm } from "./harmFound";
import type { Lab } from "./lab";
import { addressesIn } from "./preimages";
import { SEL, TOPIC } from "./selectors";
import type { Stage } from "./stage";
import type { Before } from "./tryPower";
import type { Vitals } from "./vitals";

/** What a call did to balances, supply, allowances, code and ownership, compared with the books before. */
export function bookHarms(lab: Lab, before: Before, stage: Stage, result: Result, after: Vitals, actor: Actor): HarmFound[] {
  const swapped = pathHarms(lab, before, stage);
  // Whatever other code does is that code's doing.
  if (swapped.some(({ harm: name }) => name !== "gate")) return swapped;
  return [
    ...codeHarms(lab, result),
    ...swapped,
    ...balanceHarms(lab, before, stage, result, after, actor),
    ...allowanceHarms(lab, before, stage, actor),
    ...wordHarms(before.books, after, actor),
  ];
}

function codeHarms({ ground, cast }: Lab, { seen }: Result): HarmFound[] {
  const found: HarmFound[] = [];
  if (seen.calls.some(({ kind, at }) => kind === "selfdestruct" && at === ground.token))
    found.push(harm("destroy", "destroys the contract"));
  if (seen.calls.some(({ kind, to, at }) => kind === "delegatecall" && to === cast.plant && at === ground.token)) {
    found.push(harm("code_swap", "runs code that the caller chooses, in the token's own name"));
  }
  return found;
}

/** Whose code runs, and who is asked, when a holder passes tokens on after the call. */
function pathHarms({ ground, cast }: Lab, { forwards, handsTo }: Before, after: Stage): HarmFound[] {
  const stage = after.fork();
  const { seen } = stage.call(cast.buyer, ground.token, calldata(SEL.transfer, [cast.reader, 1n]));
  const hands = seen.calls.find(({ kind, at }) => kind === "delegatecall" && at === ground.token);
  if ((hands?.to ?? null) === handsTo) {
    const asked = seen.calls.some(
      ({ to, kind, selector }) => (to === cast.plant || to === cast.refuser) && kind !== "delegatecall" && selector !== -1,
    );
    return asked ? [harm("gate", "lets a contract of the caller's choice decide about every transfer")] : [];
  }
  return forwards
    ? [harm("upgrade", "puts other code behind the token")]
    : [harm("code_swap", "changes which code every transfer runs in the token's own name")];
}

function balanceHarms(lab: Lab, before: Before, stage: Stage, result: Result, after: Vitals, actor: Actor): HarmFound[] {
  const { logs } = result;
  const { token } = lab.ground;
  const moved = new Set<bigint>([...before.watched, actor.address, ...keysOf(result, token)]);
  for (const log of logs) {
    if (log.address !== token || log.topics[0] !== TOPIC.transfer) continue;
    for (const topic of log.topics.slice(1, 3)) if (topic <= LOW_160) moved.add(topic);
  }
  let sum = 0n;
  const changes = new Map<bigint, bigint>();
  for (const who of [...moved].slice(0, 24)) {
    const had = before.books.balances.get(who) ?? before.base.stage.balance(token, who);
    const has = after.balances.get(who) ?? stage.balance(token, who);
    if (had === null || had === undefined || has === null || has === had) continue;
    changes.set(who, has - had);
    sum += has - had;
  }
  const supply = after.supply !== null && before.books.supply !== null ? after.supply - before.books.supply : 0n;
  const lies = eventHarms(token, logs, changes);
  if (lies.length > 0) return lies;
  if (changes.size === 0) return supply === 0n ? [] : supplyAlone(supply);
  const robbed = before.victims.filter((who) => who !== actor.address && (changes.get(who) ?? 0n) < 0n);
  if (robbed.length > 0) return [scaled(before, after) ?? loss(lab, before, robbed, changes, logs)].filter((h) => h !== null);
  if (sum <= 0n) return [];
  if (scaled(before, after)) return [harm("rebase", "changes every balance by the same factor")];
  return supply * 1_000n >= sum * 999n
    ? [harm("mint", "makes new tokens")]
    : [harm("hidden_mint", "makes tokens that the supply does not show")];
}

/** Whose entries in the token's mappings were written. */
function keysOf({ seen }: Result, token: bigint): bigint[] {
  const slots = [...(seen.writes.get(token)?.keys() ?? [])];
  return slots.flatMap((slot) => addressesIn(seen.hashes.get(slot))).slice(0, 12);
}

/** Transfers that are logged and did not happen: whoever is named as the receiver has no more than before. */
function eventHarms(token: bigint, logs: Result["logs"], changes: ReadonlyMap<bigint, bigint>): HarmFound[] {
  const named = logs.filter(({ address, topics }) => address === token && topics[0] === TOPIC.transfer && topics.length === 3);
  const sums = new Map<bigint, bigint>();
  for (const { topics, data } of named) {
    const [, from = 0n, to = 0n] = topics;
    const amount = wordAt(data) ?? 0n;
    if (amount > 1n << 200n) continue;
    sums.set(from, (sums.get(from) ?? 0n) - amount);
    sums.set(to, (sums.get(to) ?? 0n) + amount);
  }
  const false_ = [...sums].some(([who, sum]) => who !== 0n && sum > 0n && (changes.get(who) ?? 0n) <= 0n);
  return false_ ? [harm("events", "logs transfers that do not happen")] : [];
}

function supplyAlone(supply: bigint): HarmFound[] {
  return supply > 0n ? [harm("mint", "raises the supply")] : [];
}

function loss({ cast }: Lab, before: Before, robbed: bigint[], changes: Map<bigint, bigint>, logs: Result["logs"]): HarmFound | null {
  const pool = before.base.route?.pool;
  const people = robbed.filter((who) => who !== pool);
  if (people.length === 0) {
    // A pool also gives tokens away when somebody buys.
    const swapped = logs.some(({ address, topics }) => address === pool && (topics[0] === TOPIC.swapV2 || topics[0] === TOPIC.swapV3));
    return swapped ? null : harm("seize", "takes tokens out of the pool without paying");
  }
  const lost = changes.get(people[0] ?? 0n) ?? 0n;
  const gone = people.includes(cast.buyer) || people.includes(cast.friend) ? "a holder's tokens" : "tokens of somebody who holds them";
  return harm("seize", `takes ${gone} without being asked (${-lost} atomic units)`);
}

/** Everybody's balance by one factor, as tokens do that follow a price or an interest. */
function scaled(before: Before, after: Vitals): HarmFound | null {
  const ratios = before.victims.flatMap((who) => {
    const [had, has] = [before.books.balances.get(who), after.balances.get(who)];
    return had && has ? [(has * 1_000_000n) / had] : [];
  });
  const [first] = ratios;
  if (first === undefined || ratios.length < 3 || (first > 999_900n && first < 1_000_100n)) return null;
  const even = ratios.every((ratio) => ratio - first <= 2n && first - ratio <= 2n);
  return even ? harm("rebase", "changes every balance by the same factor") : null;
}

/** An allowance that its owner never gave. */
function allowanceHarms(lab: Lab, before: Before, stage: Stage, actor: Actor): HarmFound[] {
  const { token } = lab.ground;
  const { buyer, reader, plant } = lab.cast;
  for (const spender of [actor.address, reader, plant]) {
    const was = before.base.stage.read(token, SEL.allowance, [buyer, spender]) ?? 0n;
    const is = stage.read(token, SEL.allowance, [buyer, spender]) ?? 0n;
    if (is > was && actor.address !== buyer) return [harm("seize", "gives somebody an allowance that its holder never gave")];
  }
  return [];
}

function wordHarms(before: Vitals, after: Vitals, actor: Actor): HarmFound[] {
  const found: HarmFound[] = [];
  if (before.decimals !== null && after.decimals !== before.decimals)
    found.push(harm("decimals", "changes how many decimals the token shows"));
  if (actor.known === "stranger" && before.owner !== null && after.owner !== before.owner) {
    found.push(harm("take_over", "makes somebody else the owner"));
  }
  return found;
}
