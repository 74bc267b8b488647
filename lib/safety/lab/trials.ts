import type { Call } from "@/lib/evm/types";
import { type Base, purchase, sellAll } from "./base";
import type { Lab, Moment } from "./lab";
import { AFTERWARDS, moment, NEXT } from "./lab";
import type { Stage } from "./stage";
import { give, sell, type Trade } from "./swap";

/** One thing tried now, as it is: no power used. */
export type Trial = {
  id: string;
  what: string;
  trade: Trade;
  /** The purchase that it rests on did not work, so nothing follows from it. */
  moot: boolean;
};

const DAY = 86_400;
/** A day and more in blocks of two seconds. */
const TIMES: readonly (Moment & { id: string; what: string })[] = [
  { id: "sell_1", what: "Selling everything, one block after the purchase", blocks: 2, seconds: 14 },
  { id: "sell_10", what: "Selling everything, ten blocks after the purchase", blocks: 11, seconds: 35 },
  { id: "sell_1000", what: "Selling everything, 1,000 blocks after the purchase", blocks: 1_001, seconds: 2_014 },
  { id: "sell_day", what: "Selling everything, a day after the purchase", blocks: 43_201, seconds: DAY + 14 },
  { id: "sell_month", what: "Selling everything, 30 days after the purchase", blocks: 43_200 * 30, seconds: 30 * DAY + 14 },
  { id: "sell_year", what: "Selling everything, a year after the purchase", blocks: 43_200 * 365, seconds: 365 * DAY + 14 },
];

/** The ways in which somebody who looks may be told from somebody who trades. */
const DISGUISES: readonly { id: string; what: string; style: Partial<Call>; coinbase?: bigint; coded?: boolean }[] = [
  { id: "gas_cheap", what: "Selling at a tenth of the usual gas price", style: { gasPrice: 100_000_000n } },
  { id: "gas_dear", what: "Selling at twenty times the usual gas price", style: { gasPrice: 20_000_000_000n } },
  { id: "gas_none", what: "Selling in a simulation that names no gas price", style: { gasPrice: 0n } },
  { id: "gas_plenty", what: "Selling with far more gas than needed", style: { gas: 25_000_000 } },
  { id: "coinbase_none", what: "Selling in a block of no miner", style: {}, coinbase: 0n },
  {
    id: "coinbase_other",
    what: "Selling in a block of an unknown miner",
    style: {},
    coinbase: 0x95222290dd7278aa3ddd389cc1e1d165cc4bafe5n,
  },
  { id: "origin", what: "Selling through somebody else's transaction", style: { origin: 0xdeadn } },
  { id: "coded", what: "Selling as a wallet with code", style: {}, coded: true },
];

type Ran = Trade | { trade: Trade; moot: boolean };
type Add = (id: string, what: string, at: Moment, run: (stage: Stage) => Ran, prepare?: (stage: Stage) => Stage) => void;

/** Trades as people would: at several times, sizes and guises, and as somebody who holds the token already. */
export function tradeTrials(lab: Lab, base: Base, wallets: readonly bigint[]): { tasks: (() => boolean)[]; trials: Map<string, Trial> } {
  const trials = new Map<string, Trial>();
  const { token } = lab.ground;
  const { buyer, friend, reader } = lab.cast;
  const tasks: (() => boolean)[] = [];
  const add: Add = (id, what, at, run, prepare) => {
    tasks.push(() => {
      const copy = (at === AFTERWARDS ? base.stage : base.fresh).fork(moment(lab.ground.block, at));
      const stage = prepare ? prepare(copy) : copy;
      const ran = run(stage);
      const trial = "trade" in ran ? ran : { trade: ran, moot: false };
      trials.set(id, { id, what, ...trial });
      return !stage.missed;
    });
  };
  add("send", "Passing half on to another wallet", NEXT, (stage) =>
    give(stage, token, buyer, reader, (stage.balance(token, buyer) ?? 0n) / 2n),
  );
  const { route } = base;
  if (!route) return { tasks, trials };
  for (const time of TIMES) add(time.id, time.what, time, (stage) => sellAll(stage, token, route, buyer));
  add("sell_friend", "Selling what was received from somebody else", AFTERWARDS, (stage) => sellAll(stage, token, route, friend));
  add("sell_back", "Selling what was passed on and came back", AFTERWARDS, (stage) => {
    const held = stage.balance(token, friend) ?? 0n;
    const back = give(stage, token, friend, buyer, held);
    return back.ok ? sellAll(stage, token, route, buyer) : back;
  });
  add("sell_part", "Selling a part", NEXT, (stage) => sell(stage, token, route, buyer, (stage.balance(token, buyer) ?? 0n) / 3n));
  add("sell_small", "Selling a hundredth", NEXT, (stage) => sell(stage, token, route, buyer, (stage.balance(token, buyer) ?? 0n) / 100n));
  add("sell_rest", "Selling in three parts until nothing is left", NEXT, (stage) => inParts(stage, token, route, buyer, 3n));
  for (const size of SIZES) addSize(lab, add, route, size);
  for (const { id, what, style, coinbase, coded } of DISGUISES) {
    const prepare = (stage: Stage) => {
      const env = coinbase === undefined ? stage.block : { ...stage.block, coinbase };
      const copy = stage.fork(env, style);
      if (coded) copy.world.setCode(buyer, Uint8Array.of(0));
      return copy;
    };
    add(id, what, NEXT, (stage) => sellAll(stage, token, route, buyer), prepare);
  }
  wallets.slice(0, 3).forEach((wallet, i) => {
    add(`holder_${i}`, "Selling as somebody who holds it already", AFTERWARDS, (stage) => {
      const held = stage.balance(token, wallet) ?? 0n;
      const most = route.tokenReserve / 100n;
      return sell(stage, token, route, wallet, held < most ? held : most);
    });
  });
  return { tasks, trials };
}

const SIZES = [
  { id: "whale", share: 100n, what: "a hundredth" },
  { id: "giant", share: 10n, what: "a tenth" },
] as const;

/** A purchase that large, and a day later the sale of what it brought: at once, and in parts. */
function addSize(lab: Lab, add: Add, route: NonNullable<Base["route"]>, { id, share, what }: (typeof SIZES)[number]): void {
  const { token } = lab.ground;
  const { whale } = lab.cast;
  const tried = (stage: Stage, sale: (later: Stage) => Trade) => {
    const bought = purchase(stage, token, route, whale, share);
    const later = stage.at(moment(lab.ground.block, AFTERWARDS));
    const trade = bought.ok ? sale(later) : bought;
    stage.missed ||= later.missed;
    return { trade, moot: !bought.ok };
  };
  add(`${id}_at_once`, `Buying for ${what} of the pool and selling all of it at once`, NEXT, (stage) =>
    tried(stage, (later) => sellAll(later, token, route, whale)),
  );
  add(`${id}_in_parts`, `Buying for ${what} of the pool and selling it in ten parts`, NEXT, (stage) =>
    tried(stage, (later) => inParts(later, token, route, whale, 10n)),
  );
}

function inParts(stage: Stage, token: bigint, route: NonNullable<Base["route"]>, who: bigint, parts: bigint): Trade {
  const held = stage.balance(token, who) ?? 0n;
  let worst: Trade | null = null;
  for (let i = 0n; i < parts; i++) {
    const left = stage.balance(token, who) ?? 0n;
    const trade = sell(stage, token, route, who, i === parts - 1n ? left : held / parts);
    if (!trade.ok) return trade;
    if (!worst || (trade.taxBps ?? 0) > (worst.taxBps ?? 0)) worst = trade;
  }
  return worst as Trade;
}
