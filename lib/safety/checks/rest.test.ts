import { describe, expect, test } from "vitest";
import type { Facts, PoolHolder, ProxyFacts } from "../facts";
import { facts, NOW, OWNER, POOL, power, TOKEN } from "../testdata/facts";
import { judge, outcome } from "../testdata/judge";
import { FRESH_SECONDS } from "./liquidity";

const DAY = 86_400;
const share = (kind: PoolHolder["kind"], shareBps = 10_000, until: number | null = null): PoolHolder => ({
  holder: OWNER,
  shareBps,
  kind,
  until,
  why: "so it was told",
});
const pool = (shares: PoolHolder[], over: Partial<Facts["liquidity"]> = {}) =>
  facts({ liquidity: { shares, complete: true, createdAt: NOW - DAY, why: null, ...over } });

describe("liquidity_pull", () => {
  test.each(["creator", "owner", "fake_lock"] as const)("a fresh pool in the hands of its %s fails", (kind) => {
    expect(outcome("liquidity_pull", pool([share(kind)]))).toBe("fail high");
    expect(judge("liquidity_pull", pool([share(kind)])).evidence).toEqual({
      text: `100 % of the deepest pool can be taken out by ${OWNER}: so it was told`,
      address: OWNER,
    });
  });
  test("of unknown age is as fresh", () => {
    expect(outcome("liquidity_pull", pool([share("creator")], { createdAt: null }))).toBe("fail high");
  });
  test.each([
    ["creator", "fail low"],
    ["owner", "fail low"],
    ["fake_lock", "fail high"],
  ] as const)("an old pool of the %s: %s", (kind, expected) => {
    expect(outcome("liquidity_pull", pool([share(kind)], { createdAt: NOW - FRESH_SECONDS }))).toBe(expected);
    expect(outcome("liquidity_pull", pool([share(kind)], { createdAt: NOW - FRESH_SECONDS + 1 }))).toBe("fail high");
  });
  test("a lock that opens within a week holds nobody, a longer one does", () => {
    expect(outcome("liquidity_pull", pool([share("locked", 10_000, NOW + 7 * DAY - 1)], { createdAt: 0 }))).toBe("fail high");
    expect(outcome("liquidity_pull", pool([share("locked", 10_000, NOW + 7 * DAY)]))).toBe("pass high");
    expect(outcome("liquidity_pull", pool([share("locked")]))).toBe("pass high");
  });
  test("a fifth may be pulled, and all shares of the maker's count together", () => {
    expect(judge("liquidity_pull", pool([share("burned", 8_000), share("creator", 2_000)])).status).toBe("pass");
    expect(judge("liquidity_pull", pool([share("burned", 7_999), share("creator", 1_001), share("owner", 1_000)])).status).toBe("fail");
  });
  test.each([
    ["burned", "burnt"],
    ["locked", "locked"],
    ["account", "held by somebody else"],
    ["contract", "held by somebody else"],
  ] as const)("%s passes as %s", (kind, words) => {
    expect(judge("liquidity_pull", pool([share(kind)])).evidence.text).toContain(`100 % is ${words}`);
  });
  test("is unknown and low where holders are missing, and does not apply without a pool", () => {
    expect(outcome("liquidity_pull", pool([], { complete: false }))).toBe("unknown low");
    expect(judge("liquidity_pull", facts({ pools: { pools: [], why: "none" } })).status).toBe("not_applicable");
  });
});

test.each([
  [5n * 10n ** 16n - 1n, "fail medium"],
  [5n * 10n ** 16n, "pass medium"],
])("a pool of %s wei: %s", (quoteReserve, expected) => {
  const [deepest] = facts().pools.pools;
  const pools = deepest ? [{ ...deepest, quoteReserve }] : [];
  expect(outcome("liquidity", facts({ pools: { pools, why: null } }))).toBe(expected);
});

test("a pool that nobody has is unknown, with the reason", () => {
  expect(judge("liquidity", facts({ pools: { pools: [], why: "None here." } }))).toMatchObject({
    status: "unknown",
    evidence: { text: "None here." },
  });
});

test.each([
  [2_000, "account", "pass"],
  [2_001, "account", "fail"],
  [9_000, "pool", "pass"],
  [9_000, "burned", "pass"],
  [9_000, "contract", "pass"],
] as const)("%s bps with one %s: %s", (shareBps, kind, status) => {
  const top = [{ address: POOL, balance: 1n, shareBps, kind } as const];
  expect(outcome("concentration", facts({ holders: { ...facts().holders, top: [...top] } }))).toBe(`${status} low`);
});

describe("fixed_code", () => {
  const proxy = (kind: ProxyFacts["kind"], over: Partial<ProxyFacts> = {}): ProxyFacts => ({
    kind,
    implementation: POOL,
    admin: null,
    slot: "0x01",
    ...over,
  });
  const whole = { paths: { ...facts().examined.paths, codes: [BigInt(POOL)] } };
  test.each([
    ["none", "pass"],
    ["minimal", "pass"],
    ["eip7702", "fail"],
    ["eip1967", "pass"],
    ["beacon", "pass"],
    ["diamond", "pass"],
    ["unknown", "pass"],
  ] as const)("%s where all was tried and nobody found: %s", (kind, status) => {
    expect(outcome("fixed_code", facts({ proxy: proxy(kind) }, whole))).toBe(`${status} medium`);
  });
  test.each(["eip1967", "beacon", "diamond", "unknown"] as const)("%s where not all was tried is unknown", (kind) => {
    expect(judge("fixed_code", facts({ proxy: proxy(kind) }, { ...whole, powersWhole: false })).status).toBe("unknown");
  });
  test.each(["diamond", "unknown"] as const)("%s where nobody saw whose code runs is unknown", (kind) => {
    expect(judge("fixed_code", facts({ proxy: proxy(kind) })).status).toBe("unknown");
  });
  test.each(["eip1967", "beacon"] as const)("%s with an admin fails and outlives the owner; with nobody's key it passes", (kind) => {
    const held = proxy(kind, { admin: OWNER });
    expect(judge("fixed_code", facts({ proxy: held }))).toMatchObject({
      status: "fail",
      survives_renounce: true,
      evidence: { address: OWNER, slot: "0x01" },
    });
    const authorities: Facts["authorities"] = new Map([[OWNER, { address: OWNER, kind: "nobody", detail: null }]]);
    expect(judge("fixed_code", facts({ proxy: held, authorities })).status).toBe("pass");
  });
  test("a power that was found by trying comes first", () => {
    const swap = power({ harm: "upgrade", effect: "puts other code behind the token" });
    const found = judge("fixed_code", facts({ proxy: proxy("none") }, { powers: [swap] }));
    expect(found).toMatchObject({ status: "fail", severity: "medium", evidence: { text: expect.stringContaining("puts other code") } });
  });
});

describe("code_read and contract", () => {
  test("code that could not be read is unknown, unless watching showed whose runs", () => {
    expect(judge("code_read", facts({}, { dispatches: false })).status).toBe("unknown");
    expect(judge("code_read", facts({ code: { read: false, why: "Too large." } })).status).toBe("pass");
    expect(judge("code_read", facts({}, { unread: 1 })).status).toBe("unknown");
  });
  test("an account that borrows code is no token", () => {
    const proxy: ProxyFacts = { kind: "eip7702", implementation: POOL, admin: null, slot: null };
    expect(judge("contract", facts({ proxy }))).toMatchObject({ status: "fail", severity: "critical", evidence: { address: POOL } });
    expect(judge("contract", facts()).status).toBe("pass");
  });
});

describe("truth", () => {
  test.each([
    ["balances", "critical"],
    ["supply", "high"],
    ["decimals", "high"],
    ["events", "high"],
  ] as const)("%s that is untrue is %s, untold unknown", (id, severity) => {
    const told = (ok: boolean | null) => facts({}, { truth: { ...facts().examined.truth, [id]: { ok, text: "why" } } });
    expect(outcome(id, told(false))).toBe(`fail ${severity}`);
    expect(outcome(id, told(null))).toBe(`unknown ${severity}`);
    expect(outcome(id, told(true))).toBe(`pass ${severity}`);
  });
  test("a call that logs what does not happen fails events only", () => {
    const liar = facts({}, { powers: [power({ harm: "events", effect: "logs what is not" })] });
    expect(judge("events", liar).evidence.text).toContain("logs what is not");
    expect(judge("balances", liar).status).toBe("pass");
  });
  test("no supply or no balances is no token; no decimals is", () => {
    const said = (over: Partial<Facts["metadata"]>) => outcome("erc20", facts({ metadata: { ...facts().metadata, ...over } }));
    expect([said({ totalSupply: null }), said({ balances: false }), said({ decimals: null })]).toEqual([
      "fail critical",
      "fail critical",
      "pass critical",
    ]);
  });
  test("a name that had to be cleaned is said without repeating it", () => {
    const name = { text: "Free at evil.example", plain: false };
    const found = judge("metadata", facts({ metadata: { ...facts().metadata, name } }));
    expect(found).toMatchObject({ status: "fail", severity: "low" });
    expect(JSON.stringify(found)).not.toContain("evil");
  });
});

test("no text names the token itself as where a power lies", () => {
  expect(judge("pause", facts({}, { powers: [power()] })).evidence.text).not.toContain(TOKEN);
});
