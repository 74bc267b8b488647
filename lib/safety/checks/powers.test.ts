import { describe, expect, test } from "vitest";
import type { Facts } from "../facts";
import type { Power } from "../lab/findings";
import { facts, OWNER, power, STRANGER, TOKEN } from "../testdata/facts";
import { judge, outcome } from "../testdata/judge";
import { BOUNDED_BPS, POWER_TABLE } from "./powers";

const having = (over: Partial<Power>, more: Partial<Facts> = {}) => facts(more, { powers: [power(over)] });
const heldBy = (kind: string): Partial<Facts> => ({
  authorities: new Map([[OWNER, { address: OWNER, kind: kind as "key", detail: null }]]),
});
const EACH = POWER_TABLE.flatMap(({ id, harms, severity }) => harms.map((harm) => ({ id, harm, severity })));

describe("every power", () => {
  test.each(EACH)("$harm in a key's hands fails $id, and no other", ({ id, harm, severity }) => {
    const found = having({ harm, mostBps: 10_000 });
    expect(outcome(id, found)).toBe(`fail ${severity}`);
    for (const other of POWER_TABLE.filter((row) => row.id !== id)) expect(judge(other.id, found).status).toBe("pass");
  });
  test.each(EACH)("$harm in nobody's hands passes", ({ id, harm }) => {
    expect(judge(id, having({ harm }, heldBy("nobody"))).status).toBe("pass");
  });
  test.each(POWER_TABLE.map(({ id }) => id))("%s is unknown where not all was tried, and where no code was read", (id) => {
    expect(judge(id, facts({}, { powersWhole: false })).status).toBe("unknown");
    const unread = judge(id, facts({}, { dispatches: false }));
    expect(unread.status).toBe("unknown");
  });
});

test("the evidence names the call, who can make it, and what comes of it", () => {
  expect(judge("pause", having({})).evidence).toEqual({
    text: `Calling 0x8456cb59() as its owner ${OWNER} stops everything.`,
    selector: "0x8456cb59",
    address: OWNER,
  });
  expect(judge("pause", having(STRANGER)).evidence.text).toContain("as anybody stops");
  expect(judge("pause", having({ after: 2 * 86_400 })).evidence.text).toContain(", 2 days from now, stops");
  const elsewhere = judge("pause", having({ target: BigInt(OWNER) })).evidence.text;
  expect(elsewhere).toContain(`on ${OWNER}, which transfers ask,`);
  expect(judge("pause", having({})).evidence.text).not.toContain(TOKEN);
});

test("surviving a renounced owner is passed on as it was found", () => {
  for (const survives of [true, false, null]) expect(judge("mint", having({ harm: "mint", survives })).survives_renounce).toBe(survives);
});

test.each([
  [BOUNDED_BPS, "medium"],
  [BOUNDED_BPS + 1, "high"],
  [null, "high"],
])("a tax that can be raised to %s bps is %s", (mostBps, severity) => {
  expect(outcome("tax_power", having({ harm: "tax_power", mostBps }))).toBe(`fail ${severity}`);
});

test("minting by anybody is worse than by the owner, rebasing by anybody better", () => {
  expect(outcome("mint", having({ harm: "mint", ...STRANGER }))).toBe("fail high");
  expect(outcome("rebase", having({ harm: "rebase", ...STRANGER }))).toBe("fail low");
});

test.each([
  ["key", "high"],
  ["multisig", "high"],
  ["unknown", "high"],
  ["contract", "medium"],
  ["governance", "medium"],
  ["timelock", "medium"],
])("seizing by a %s is %s", (kind, severity) => {
  expect(outcome("seize", having({ harm: "seize" }, heldBy(kind)))).toBe(`fail ${severity}`);
});

test("seizing by anybody is high, whatever is known of the address that tried it", () => {
  expect(outcome("seize", having({ harm: "seize", ...STRANGER }))).toBe("fail high");
});

test("of several the worst is told", () => {
  const both = facts({}, { powers: [power({ harm: "mint" }), power({ harm: "mint", effect: "is open", ...STRANGER })] });
  expect(judge("mint", both)).toMatchObject({ severity: "high", evidence: { text: expect.stringContaining("is open") } });
});

describe("a list that nobody was found on", () => {
  const listed: Partial<Power> = { actor: { address: 7n, known: "listed" }, holders: [] };
  test("passes where the list can be read and all logs were", () => {
    expect(judge("mint", having({ harm: "mint", ...listed, listShown: true })).status).toBe("pass");
  });
  test("is unknown where it can't be read", () => {
    const hidden = judge("mint", having({ harm: "mint", ...listed, listShown: false }));
    expect(hidden).toMatchObject({ status: "unknown", evidence: { text: expect.stringContaining("Who that is could not be told") } });
  });
  test("is unknown where logs are missing", () => {
    const found = facts({}, { powers: [power({ harm: "mint", ...listed, listShown: true })], seenAll: false });
    expect(judge("mint", found).status).toBe("unknown");
  });
});

test("somebody known by a hash only has power", () => {
  const unnamed: Partial<Power> = { actor: { address: 7n, known: "unnamed" }, holders: [] };
  expect(judge("mint", having({ harm: "mint", ...unnamed })).status).toBe("fail");
  expect(judge("mint", having({ harm: "mint", ...unnamed })).evidence).not.toHaveProperty("address");
});
