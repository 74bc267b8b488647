import { KnownState } from "@/lib/evm/knownState";
import { dress } from "./act";
import { type Base, setBase } from "./base";
import { calldata, isAddressLike } from "./bytes";
import { type Explored, explore, type Target } from "./explore";
import type { Power } from "./findings";
import type { Fn, Ground, People, Questions } from "./ground";
import { AFTERWARDS, Lab, MUCH_LATER } from "./lab";
import { type Paths, readPaths } from "./paths";
import { afterRenounce, type Renounced } from "./renounce";
import type { Candidates } from "./scout";
import { SEL } from "./selectors";
import { howShown, readShown, type Shown } from "./shown";
import { playAll, type Suite } from "./suite";
import { type Trial, tradeTrials } from "./trials";
import { checkTruth, type Truth } from "./truth";
import type { Before } from "./tryPower";
import { victims, vitals } from "./vitals";

/** All that came out of trying a token; plain data, for it comes from another thread. */
export type Examined = {
  base: Pick<Base, "route" | "bought" | "passed" | "given">;
  trials: Trial[];
  /** false: not all trials could be finished. */
  trialsWhole: boolean;
  truth: Truth;
  powers: Power[];
  /** false: not every function could be tried to the end. */
  powersWhole: boolean;
  /** How many functions were found in all the code that runs for it; and how many pieces of code could not be taken apart. */
  functions: number;
  /** The functions of every token are among them: so the others can't be far. */
  dispatches: boolean;
  unread: number;
  /** Power holder → selector of the function that shows them; null: nothing does. */
  shown: Map<bigint, number | null>;
  renounced: Renounced;
  paths: Paths;
  /** All of the token's logs were read for people who may be on its lists. */
  seenAll: boolean;
  calls: number;
  rounds: number;
  milliseconds: number;
};

/** Tries everything: first trades, then powers. */
export async function examine(ground: Ground, questions: Questions, random: () => bigint): Promise<Examined> {
  const began = performance.now();
  const lab = new Lab(ground, new KnownState(), questions, random);
  await prefetch(lab);
  const { base, people } = await readBase(lab, questions.people());
  const { tasks, trials } = tradeTrials(lab, base, people.wallets);
  const trialsWhole = await lab.sweep(tasks);
  const suites = await playSuites(lab, base);
  const truth = await checkTruth(lab, base, people);
  const paths = await readPaths(lab, base);
  const before = await setBefore(lab, base, suites, people, paths);
  const { functions, targets, unread } = await findTargets(lab, paths);
  const { explored, shown } = await tryPowers(lab, before, targets, functions, people);
  const renounced = await afterRenounce(lab, before, functions, explored.powers, people);
  return {
    base: { route: base.route, bought: base.bought, passed: base.passed, given: base.given },
    trials: [...trials.values()],
    trialsWhole,
    truth,
    powers: explored.powers,
    powersWhole: explored.whole,
    functions: new Set(functions.map(({ selector }) => selector)).size,
    dispatches: [SEL.transfer, SEL.approve, SEL.balanceOf].every((selector) => functions.some((fn) => fn.selector === selector)),
    unread,
    shown,
    renounced,
    paths,
    seenAll: people.seenAll,
    calls: explored.tried,
    rounds: lab.rounds,
    milliseconds: Math.round(performance.now() - began),
  };
}

/** Buys at once where there is a pool; where there is none, or nobody can buy, somebody who holds tokens has to give some. */
async function readBase(lab: Lab, asked: Promise<People>): Promise<{ base: Base; people: People }> {
  const settle = async (holders: readonly bigint[]) => {
    let base = setBase(lab, holders);
    await lab.sweep([
      () => {
        base = setBase(lab, holders);
        return !base.stage.missed;
      },
    ]);
    return base;
  };
  const base = await settle(lab.ground.routes.length > 0 ? [] : holdersOf(await asked, lab.ground));
  const people = await asked;
  const stuck = base.bought?.ok === false && !base.given && base.passed === null;
  return { base: stuck ? await settle(holdersOf(people, lab.ground)) : base, people };
}

type Tried = { explored: Explored; shown: Map<bigint, number | null> };

/** Every power, and how the contract itself shows who has it. */
async function tryPowers(lab: Lab, before: Before, targets: readonly Target[], functions: readonly Fn[], people: People): Promise<Tried> {
  const { base } = before;
  let own = readShown(lab, base.stage, functions);
  const others = new Map<bigint, Shown>();
  await lab.sweep([
    () => {
      own = readShown(lab, base.stage, functions);
      for (const { address, functions: theirs } of targets.slice(1)) others.set(address, readShown(lab, base.stage, theirs, address));
      return lab.state.wanting === 0;
    },
  ]);
  const known = candidates(lab, people, [...own.addresses.keys(), ...base.fresh.named, ...base.stage.named]);
  const explored = await explore(lab, before, targets, known, people.seen, own.names);
  const shown = new Map<bigint, number | null>();
  await lab.sweep([
    () => {
      for (const power of explored.powers) {
        // Power that lies in another contract is shown where that contract shows it.
        const theirs = others.get(power.target);
        for (const who of power.holders) {
          const by = howShown(lab, base.stage, own, who) ?? (theirs ? howShown(lab, base.stage, theirs, who) : null);
          if (by !== null || !shown.has(who)) shown.set(who, by);
        }
        if (power.actor.list) power.listShown = isListed(lab, base, own, power);
      }
      return lab.state.wanting === 0;
    },
  ]);
  return { explored, shown };
}

/** Would the contract show it, if somebody were on this list? */
function isListed(lab: Lab, base: Base, shown: Shown, { actor }: Power): boolean {
  const stage = base.stage.fork();
  dress(stage, actor);
  return howShown(lab, stage, shown, actor.address) !== null;
}

/** What is looked at in any case, in one go. */
async function prefetch({ ground, state, questions }: Lab): Promise<void> {
  const { token, weth, router, factory, routes, slots } = ground;
  const pools = routes.slice(0, 1).map(({ pool }) => pool);
  for (const address of [token, weth, ...pools, ...routes.slice(0, 1).flatMap((r) => [r.router, r.quote])]) state.code(address);
  for (const address of [router, factory]) if (address !== null) state.code(address);
  for (let slot = 0n; slot < 24n; slot++) state.slot(token, slot);
  for (const slot of slots) state.slot(token, slot);
  for (const pool of pools) for (let slot = 0n; slot < 13n; slot++) state.slot(pool, slot);
  state.learn(await questions.state(state.take()));
}

async function playSuites(lab: Lab, base: Base): Promise<Suite[]> {
  const suites: Suite[] = [];
  await lab.sweep(
    [AFTERWARDS, MUCH_LATER].map((at, i) => () => {
      suites[i] = playAll(lab, base, at);
      return ![...suites[i].plays.values()].some((played) => played.missed);
    }),
  );
  const [now, later] = suites;
  // Where no clock is looked at, later is like now.
  return now && later && (now.env & (8 | 16)) !== 0 ? [now, later] : now ? [now] : [];
}

async function setBefore(lab: Lab, base: Base, suites: Suite[], people: People, paths: Paths): Promise<Before> {
  const { cast, ground } = lab;
  const owners = [people.owner, people.creator].filter((who) => who !== null);
  const watched = [
    cast.buyer,
    cast.friend,
    cast.reader,
    cast.plant,
    cast.stranger,
    ground.token,
    ...owners,
    ...people.wallets.slice(0, 2),
    ...(base.route ? [base.route.pool] : []),
  ];
  let books = vitals(lab, base.stage.fork(), watched);
  await lab.sweep([
    () => {
      const stage = base.stage.fork();
      books = vitals(lab, stage, watched);
      return !stage.missed;
    },
  ]);
  return {
    base,
    suites,
    books,
    watched,
    victims: victims(lab, base, people.wallets),
    forwards: paths.forwards,
    handsTo: paths.handsTo,
    balanceSlot: balanceSlotOf(lab, base),
  };
}

/** The one place that balanceOf() looks at for the buyer and for nobody else. */
function balanceSlotOf({ ground, cast }: Lab, base: Base): bigint | null {
  const stage = base.stage.fork();
  const reads = (who: bigint) => {
    const { seen } = stage.call(cast.reader, ground.token, calldata(SEL.balanceOf, [who]), { readOnly: true });
    return [...(seen.reads.get(ground.token) ?? [])];
  };
  const others = new Set(reads(cast.reader));
  const own = reads(cast.buyer).filter((slot) => !others.has(slot));
  return own.length === 1 ? (own[0] ?? null) : null;
}

/** The token's functions, wherever their code lies, and those of the contracts that its transfers ask. */
async function findTargets(lab: Lab, paths: Paths): Promise<{ functions: Fn[]; targets: Target[]; unread: number }> {
  const { ground, root, questions } = lab;
  const own = await Promise.all([ground.token, ...paths.codes].map((address) => questions.functions(root.code(address))));
  const functions = unique([...ground.functions, ...own.flatMap((part) => part?.functions ?? [])]);
  if (paths.forwards) {
    // A proxy's own functions may be hidden from everybody but its admin.
    functions.push(
      { selector: SEL.upgradeTo, types: ["address"], payable: false },
      { selector: SEL.upgradeToAndCall, types: ["address", "bytes"], payable: true },
    );
  }
  const others = await Promise.all(paths.asked.map((address) => questions.functions(root.code(address))));
  const targets: Target[] = [
    { address: ground.token, functions: unique(functions).filter(worthTrying) },
    ...paths.asked.map((address, i) => ({ address, functions: (others[i]?.functions ?? []).filter(worthTrying) })),
  ];
  return { functions: unique(functions), targets, unread: [...own, ...others].filter((part) => part === null).length };
}

function unique(functions: readonly Fn[]): Fn[] {
  return [...new Map(functions.map((fn) => [`${fn.selector}(${fn.types})`, fn])).values()];
}

/** Reading changes nothing; what is named like a reader and does more is tried all the same, for it isn't on this list. */
function worthTrying({ selector }: Fn): boolean {
  return ![SEL.balanceOf, SEL.totalSupply, SEL.decimals, SEL.allowance, SEL.owner, 0x06fdde03, 0x95d89b41].includes(selector as never);
}

function candidates({ ground, cast }: Lab, people: People, shown: readonly bigint[]): Candidates {
  const found = new Map<bigint, Candidates[number]>();
  const add = (address: bigint | null, known: Candidates[number]["known"]) => {
    if (address !== null && isAddressLike(address) && !found.has(address)) found.set(address, { address, known });
  };
  add(people.owner, "owner");
  for (const admin of people.admins) add(admin, "admin");
  for (const address of shown) add(address, "storage");
  add(people.creator, "creator");
  for (const address of people.seen.slice(0, 3)) add(address, "storage");
  for (const address of ground.constants) add(address, "code");
  for (const address of [ground.token, ground.weth, ground.router, ground.factory, ...ground.routes.flatMap((r) => [r.pool, r.router])]) {
    if (address !== null) found.delete(address);
  }
  for (const address of Object.values(cast)) found.delete(address);
  return [...found.values()].slice(0, 16);
}

function holdersOf(people: People, { token }: Ground): bigint[] {
  const all = [...people.wallets, people.creator, people.owner].filter((who) => who !== null && who !== token) as bigint[];
  return [...new Set([...all, ...people.seen.slice(0, 10)])];
}
