import { describe, expect, test } from "vitest";
import type { Facts } from "../facts";
import type { Power } from "../lab/findings";
import { facts, OWNER, power, STRANGER } from "../testdata/facts";
import { judge, outcome } from "../testdata/judge";

const WHO = BigInt(OWNER);
type Examined = Partial<Facts["examined"]>;
const having = (over: Partial<Power>, examined: Examined = {}, more: Partial<Facts> = {}) =>
  facts(more, { powers: [power(over)], ...examined });

describe("hidden_owner", () => {
  const hidden: Examined = { shown: new Map([[WHO, null]]) };
  test("passes where a function shows whoever has power, or nobody has any", () => {
    expect(judge("hidden_owner", having({})).status).toBe("pass");
    expect(judge("hidden_owner", facts()).status).toBe("pass");
  });
  test("fails where nothing shows them", () => {
    expect(judge("hidden_owner", having({}, hidden))).toMatchObject({
      status: "fail",
      severity: "high",
      evidence: { address: OWNER, text: expect.stringContaining("Nothing in the contract shows that address") },
    });
  });
  test("one of several holders who is shown is enough", () => {
    const two: Examined = { shown: new Map([...(hidden.shown ?? []), [5n, 0x8da5cb5b]]) };
    expect(judge("hidden_owner", having({ holders: [WHO, 5n] }, two)).status).toBe("pass");
  });
  test("a proxy's admin is shown by its slot, and anybody hides behind nobody", () => {
    const proxy: Facts["proxy"] = { kind: "eip1967", implementation: null, admin: OWNER, slot: null };
    expect(judge("hidden_owner", having({}, hidden, { proxy })).status).toBe("pass");
    expect(judge("hidden_owner", having(STRANGER, { shown: new Map([[9n, null]]) })).status).toBe("pass");
  });
  test("somebody known by a hash only is hidden", () => {
    expect(judge("hidden_owner", having({ actor: { address: 7n, known: "unnamed" }, holders: [] })).status).toBe("fail");
  });
  test("nobody's key is nobody's power", () => {
    const authorities: Facts["authorities"] = new Map([[OWNER, { address: OWNER, kind: "nobody", detail: null }]]);
    expect(judge("hidden_owner", having({}, hidden, { authorities })).status).toBe("pass");
  });
  test("is unknown where not all was tried and nothing found", () => {
    expect(judge("hidden_owner", facts({}, { powersWhole: false })).status).toBe("unknown");
  });
});

describe("renounce", () => {
  const owner: Facts["owner"] = { kind: "account", address: OWNER };
  const renounced = (over: Partial<Facts["examined"]["renounced"]> = {}): Examined => ({
    renounced: { already: false, possible: true, reclaim: null, ...over },
  });
  test("does not apply without an owner", () => {
    expect(judge("renounce", facts()).status).toBe("not_applicable");
  });
  test("does not apply where the owner can't give up; passes where that owner has no power", () => {
    expect(judge("renounce", having({}, renounced({ possible: false }), { owner })).status).toBe("not_applicable");
    expect(judge("renounce", facts({ owner }, renounced({ possible: false }))).status).toBe("pass");
  });
  test("passes where the power goes with the owner", () => {
    expect(judge("renounce", having({ survives: false }, renounced(), { owner })).status).toBe("pass");
  });
  test("fails where the owner keeps a power that nothing shows any more", () => {
    const kept = judge("renounce", having({ survives: true, shownAfter: false }, renounced(), { owner }));
    expect(kept).toMatchObject({ status: "fail", severity: "high", survives_renounce: true });
    expect(kept.evidence.text).toContain("That works although ownership was given up.");
  });
  test("passes where the contract still shows who keeps it, and where it is somebody else's", () => {
    expect(judge("renounce", having({ survives: true, shownAfter: true }, renounced(), { owner })).status).toBe("pass");
    expect(judge("renounce", having({ survives: true, shownAfter: false, holders: [5n] }, renounced(), { owner })).status).toBe("pass");
  });
  test("after it was given up, anybody's hidden power counts", () => {
    const gone: Facts["owner"] = { kind: "renounced", address: null };
    const left = having({ survives: true, shownAfter: false, holders: [5n] }, renounced({ already: true }), { owner: gone });
    expect(judge("renounce", left).status).toBe("fail");
    expect(judge("renounce", having(STRANGER, renounced({ already: true }), { owner: gone })).status).toBe("pass");
  });
  test("a way back fails where there is a power to come back to", () => {
    const back = renounced({ reclaim: { selector: 0x12345678, by: WHO, after: 86_400 } });
    expect(judge("renounce", having({}, back, { owner }))).toMatchObject({
      status: "fail",
      evidence: { selector: "0x12345678", address: OWNER, text: expect.stringContaining("after some time") },
    });
    expect(judge("renounce", facts({ owner }, back)).status).toBe("pass");
  });
});

describe("ownership", () => {
  test.each([
    ["none", null, "pass"],
    ["renounced", null, "pass"],
    ["unknown", null, "unknown"],
    ["account", OWNER, "fail"],
    ["contract", OWNER, "fail"],
  ] as const)("an owner that is %s: %s %s", (kind, address, status) => {
    expect(outcome("ownership", facts({ owner: { kind, address } }))).toBe(`${status} low`);
  });
  test("says who stands behind it", () => {
    const authorities: Facts["authorities"] = new Map([[OWNER, { address: OWNER, kind: "multisig", detail: "3 of 5 keys" }]]);
    const { evidence } = judge("ownership", facts({ owner: { kind: "contract", address: OWNER }, authorities }));
    expect(evidence).toEqual({ text: "The owner is a multi-signature (3 of 5 keys).", address: OWNER });
  });
});
