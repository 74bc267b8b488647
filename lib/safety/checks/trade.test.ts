import { describe, expect, test } from "vitest";
import type { Facts } from "../facts";
import type { Trade } from "../lab/swap";
import { facts, refused, trade, trialsBut } from "../testdata/facts";
import { judge, outcome } from "../testdata/judge";
import { RULES } from "./rules";

const tried = (over: Record<string, Trade | "moot" | null>, examined: Partial<Facts["examined"]> = {}) =>
  facts({}, { trials: trialsBut(over), ...examined });
const taxed = (taxBps: number) => trade({ taxBps });
const base = (over: Partial<Facts["examined"]["base"]>): Facts["examined"]["base"] => ({ ...facts().examined.base, ...over });
const REASON = new TextEncoder().encode("");

test("with nothing wrong all of them pass", () => {
  for (const { id } of RULES.filter(({ group }) => group === "trade")) expect(`${id} ${judge(id, facts()).status}`).toBe(`${id} pass`);
});

describe("buy", () => {
  test("a refused purchase and one that brings nothing fail", () => {
    expect(outcome("buy", facts({}, { base: base({ bought: refused(REASON) }) }))).toBe("fail critical");
    expect(judge("buy", facts({}, { base: base({ bought: refused(null) }) })).evidence.text).toContain("nothing arrived");
  });
  test("without a pool, or only one of our own, it is unknown", () => {
    expect(judge("buy", facts({}, { base: base({ route: null, bought: null }) })).status).toBe("unknown");
    const { route } = facts().examined.base;
    const own = base({ route: route && { ...route, own: true } });
    expect(judge("buy", facts({}, { base: own })).status).toBe("unknown");
  });
});

describe.each([
  ["sell_later", "sell_10"],
  ["sell_later", "sell_year"],
  ["sell_part", "sell_part"],
  ["sell_part", "sell_small"],
  ["sell_part", "sell_rest"],
  ["transfer", "send"],
  ["resale", "sell_friend"],
  ["resale", "sell_friend_late"],
  ["resale", "sell_back"],
])("%s", (id, trial) => {
  test(`fails when ${trial} is refused, or brings nothing`, () => {
    expect(outcome(id, tried({ [trial]: refused(REASON) }))).toBe("fail critical");
    expect(judge(id, tried({ [trial]: refused(REASON) })).evidence.trace).toMatch(/^reverted: /);
    expect(judge(id, tried({ [trial]: refused(null) })).evidence).toEqual({ text: `The trial ${trial} brought nothing.` });
  });
  test("is unknown when nothing of it was tried, or not all was", () => {
    expect(judge(id, facts({}, { trials: [] })).status).toBe("unknown");
    expect(judge(id, facts({}, { trialsWhole: false })).status).toBe("unknown");
  });
});

test("what was never sold, now or later, can't be sold", () => {
  const never = Object.fromEntries(trialsBut().map(({ id }) => [id, refused()]));
  expect(outcome("sell", tried(never))).toBe("fail critical");
  expect(outcome("sell", tried({ sell_1: null }))).toBe("unknown critical");
});

describe("a waiting time", () => {
  const soon = { sell_1: refused(), sell_10: refused(), sell_part: refused(), sell_friend: refused(), send: refused() };
  test.each(["sell", "sell_later", "sell_part", "resale", "transfer"])("makes %s a nuisance", (id) => {
    const found = judge(id, tried(soon));
    expect(found).toMatchObject({ status: "fail", severity: "medium", evidence: { text: expect.stringContaining("Later it worked") } });
  });
  test.each(["sell_1000", "sell_day", "sell_month", "sell_year"])("is none when %s is refused, too", (id) => {
    expect(outcome("sell", tried({ ...soon, [id]: refused() }))).toBe("fail critical");
    expect(outcome("sell_later", tried({ ...soon, [id]: refused() }))).toBe("fail critical");
  });
  test("is none for parts when the whole can be sold at once", () => {
    expect(outcome("sell_part", tried({ sell_part: refused() }))).toBe("fail critical");
  });
  test("is none for whoever got some and can't sell it later either", () => {
    expect(outcome("resale", tried({ ...soon, sell_friend_late: refused() }))).toBe("fail critical");
  });
  test("is none for passing on where that did not work later", () => {
    expect(outcome("transfer", tried(soon, { base: base({ passed: refused() }) }))).toBe("fail critical");
  });
});

describe("sell_sizes", () => {
  const size = (over: Record<string, Trade | "moot" | null>) => outcome("sell_sizes", tried(over));
  test("stuck with a hundredth or a tenth of the pool", () => {
    expect(size({ whale_at_once: refused(), whale_in_parts: refused() })).toBe("fail critical");
    expect(size({ giant_at_once: refused(), giant_in_parts: refused() })).toBe("fail critical");
  });
  test("in parts only", () => {
    expect(size({ whale_at_once: refused() })).toBe("fail medium");
    expect(size({ giant_at_once: refused() })).toBe("fail low");
  });
  test("what could not be bought need not be sold", () => {
    expect(size({ giant_at_once: "moot", giant_in_parts: "moot" })).toBe("pass critical");
    expect(size({ whale_at_once: "moot", giant_at_once: "moot" })).toBe("not_applicable critical");
    expect(outcome("sell_sizes", facts({}, { trials: [] }))).toBe("unknown critical");
  });
});

describe("holders_sell", () => {
  const selling = (over: Record<string, Trade | "moot" | null>) => outcome("holders_sell", tried(over));
  test("nobody of those who hold it, or some of them only", () => {
    expect(selling({ holder_0: refused(), holder_1: refused() })).toBe("fail critical");
    expect(selling({ holder_1: refused() })).toBe("fail medium");
    expect(selling({ holder_0: null, holder_1: refused() })).toBe("fail critical");
  });
  test("does not apply where nobody was found, or nothing followed", () => {
    expect(selling({ holder_0: null, holder_1: null })).toBe("not_applicable critical");
    expect(selling({ holder_0: "moot", holder_1: "moot" })).toBe("not_applicable critical");
  });
});

describe("taxes", () => {
  const LINES = [
    [800, "pass medium"],
    [801, "fail medium"],
    [1_500, "fail medium"],
    [1_501, "fail high"],
    [5_000, "fail high"],
    [5_001, "fail critical"],
    [10_000, "fail critical"],
  ] as const;
  test.each(LINES)("%s bps: %s", (bps, expected) => {
    expect(outcome("buy_tax", facts({}, { base: base({ bought: taxed(bps) }) }))).toBe(expected);
    expect(outcome("sell_tax", tried({ sell_month: taxed(bps) }))).toBe(expected);
    expect(outcome("transfer_tax", tried({ send: taxed(bps) }))).toBe(expected);
  });
  test("the worst of all sales counts, and no transfer does", () => {
    expect(judge("sell_tax", tried({ whale_at_once: taxed(2_000), sell_1: taxed(100), send: taxed(9_000) })).evidence.text).toContain(
      ": 20 % less",
    );
  });
  test("what never went through has no tax", () => {
    expect(judge("buy_tax", facts({}, { base: base({ bought: refused() }) })).status).toBe("unknown");
    expect(judge("transfer_tax", tried({ send: refused() })).status).toBe("unknown");
    expect(judge("sell_tax", facts({}, { trials: [] })).status).toBe("unknown");
  });
});

describe("tax_steady", () => {
  test.each([
    [300, "pass high"],
    [301, "fail medium"],
    [1_000, "fail medium"],
    [1_001, "fail high"],
  ])("%s bps more than the plain sale: %s", (more, expected) => {
    expect(outcome("tax_steady", tried({ sell_year: taxed(more) }))).toBe(expected);
  });
  test("paying less than the plain sale harms nobody", () => {
    const all = Object.fromEntries(trialsBut().map(({ id }) => [id, taxed(2_000)]));
    expect(judge("tax_steady", tried({ ...all, sell_year: taxed(0) })).status).toBe("pass");
  });
  test("one sale is nothing to compare", () => {
    const none = Object.fromEntries(trialsBut().map(({ id }) => [id, null]));
    expect(judge("tax_steady", tried({ ...none, sell_1: trade() })).status).toBe("unknown");
  });
});

describe("simulator", () => {
  const GUISES = ["gas_cheap", "gas_dear", "gas_none", "gas_plenty", "coinbase_none", "coinbase_other"];
  test.each(GUISES)("%s that ends differently is a disguise", (id) => {
    expect(outcome("simulator", tried({ [id]: refused() }))).toBe("fail critical");
    expect(outcome("simulator", tried({ sell_1: refused() }))).toBe("fail critical");
    expect(outcome("simulator", tried({ [id]: taxed(101) }))).toBe("fail critical");
    expect(outcome("simulator", tried({ [id]: taxed(100) }))).toBe("pass critical");
  });
  test.each(["origin", "coded"])("%s is a lesser matter", (id) => {
    expect(outcome("simulator", tried({ [id]: refused() }))).toBe("fail medium");
    expect(outcome("simulator", tried({ [id]: taxed(500) }))).toBe("pass critical");
  });
  test("without a plain sale it is unknown", () => {
    expect(judge("simulator", tried({ sell_1: null })).status).toBe("unknown");
  });
});
