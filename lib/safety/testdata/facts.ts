import { hexToBigInt } from "viem";
import type { Facts, TradedPool } from "../facts";
import type { Power } from "../lab/findings";
import type { Route } from "../lab/ground";
import type { Trade } from "../lab/swap";
import type { Trial } from "../lab/trials";

export const TOKEN = "0x1000000000000000000000000000000000000001";
export const OWNER = "0x2000000000000000000000000000000000000002";
export const POOL = "0x3000000000000000000000000000000000000003";
const WETH = "0x4200000000000000000000000000000000000006";
export const NOW = 1_800_000_000;
const ETHER = 10n ** 18n;

const ROUTE: Route = {
  version: "v2",
  pool: hexToBigInt(POOL),
  router: 5n,
  fee: 0,
  quote: hexToBigInt(WETH),
  quoteReserve: 50n * ETHER,
  tokenReserve: 100_000n * ETHER,
  tokenFirst: true,
  own: false,
};

const DEEPEST: TradedPool = {
  version: "v2",
  address: POOL,
  feeBps: 30,
  quote: { symbol: "WETH", address: WETH },
  tokenReserve: 100_000n * ETHER,
  quoteReserve: 50n * ETHER,
};

export const trade = (over: Partial<Trade> = {}): Trade => ({
  ok: true,
  reason: null,
  sent: ETHER,
  arrived: ETHER,
  taxBps: 0,
  gas: 100_000,
  ...over,
});

export const refused = (reason: Uint8Array | null = new Uint8Array()): Trade => trade({ ok: false, reason, arrived: 0n, taxBps: null });

const TRIALS = `sell_1 sell_10 sell_1000 sell_day sell_month sell_year sell_friend sell_friend_late sell_back sell_part sell_small sell_rest send
  whale_at_once whale_in_parts giant_at_once giant_in_parts gas_cheap gas_dear gas_none gas_plenty coinbase_none coinbase_other
  origin coded holder_0 holder_1`;

/** Every trial went through; those that are named ended otherwise, or were moot, or were not made (null). */
export function trialsBut(over: Record<string, Trade | "moot" | null> = {}): Trial[] {
  return TRIALS.split(/\s+/).flatMap((id) => {
    const other = over[id];
    if (other === null) return [];
    const moot = other === "moot";
    return [{ id, what: `The trial ${id}`, trade: moot || other === undefined ? trade() : other, moot }];
  });
}

export const power = (over: Partial<Power> = {}): Power => ({
  harm: "pause",
  target: hexToBigInt(TOKEN),
  fn: { selector: 0x8456cb59, types: [], payable: false },
  actor: { address: hexToBigInt(OWNER), known: "owner" },
  holders: [hexToBigInt(OWNER)],
  data: new Uint8Array(),
  call: "0x8456cb59()",
  effect: "stops everything",
  mostBps: null,
  after: 0,
  survives: false,
  shownAfter: true,
  listShown: null,
  ...over,
});

export const STRANGER: Pick<Power, "actor" | "holders"> = { actor: { address: 9n, known: "stranger" }, holders: [9n] };

/** A token with which nothing is wrong: bought, sold, owned by nobody, its pool burnt. */
export function facts(over: Partial<Facts> = {}, examined: Partial<Facts["examined"]> = {}): Facts {
  return {
    token: TOKEN,
    metadata: {
      name: { text: "Plain", plain: true },
      symbol: { text: "PLN", plain: true },
      decimals: 18,
      totalSupply: ETHER,
      balances: true,
    },
    proxy: { kind: "none", implementation: null, admin: null, slot: null },
    owner: { kind: "none", address: null },
    code: { read: true, functions: [], slots: [] },
    pools: { pools: [DEEPEST], why: null },
    liquidity: {
      shares: [
        { holder: "0x000000000000000000000000000000000000dEaD", shareBps: 10_000, kind: "burned", until: null, why: "nobody has its key" },
      ],
      complete: true,
      createdAt: NOW - 86_400,
      why: null,
    },
    holders: {
      count: 3,
      complete: true,
      top: [{ address: POOL, balance: ETHER, shareBps: 9_000, kind: "pool" }],
      creator: null,
      creatorShareBps: null,
      ownerShareBps: null,
      wallets: [],
      seen: [],
      why: null,
    },
    authorities: new Map([[OWNER, { address: OWNER, kind: "key", detail: null }]]),
    timestamp: NOW,
    ...over,
    examined: {
      base: { route: ROUTE, bought: trade(), passed: trade(), given: false },
      trials: trialsBut(),
      trialsWhole: true,
      truth: {
        balances: { ok: true, text: "b" },
        supply: { ok: true, text: "s" },
        decimals: { ok: true, text: "d" },
        events: { ok: true, text: "e" },
      },
      powers: [],
      powersWhole: true,
      functions: 9,
      dispatches: true,
      unread: 0,
      shown: new Map([[hexToBigInt(OWNER), 0x8da5cb5b]]),
      renounced: { already: false, possible: null, reclaim: null },
      paths: { codes: [], asked: [], forwards: false, handsTo: null, env: 0 },
      seenAll: true,
      calls: 1,
      rounds: 1,
      milliseconds: 1,
      ...examined,
    },
  };
}
