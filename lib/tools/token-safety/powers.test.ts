import { describe, expect, test } from "vitest";
import { judgePower } from "./checks/power";
import type { CodeFacts, Facts, OwnerFacts, Power } from "./facts";
import { findPowers } from "./powers";

const TRANSFER = "0xa9059cbb";
const BALANCE = "0x70a08231";
const SUPPLY = "0x18160ddd";
const OWNER = "0x8da5cb5b";
const ODD = "0x12345678";

/** Code with one unnamed function, and the storage that is given. */
function codeWith(storage: { reads: `0x${string}`[]; writes: `0x${string}`[]; type?: string }[], selector: `0x${string}` = ODD): CodeFacts {
  return {
    read: true,
    delegatecall: false,
    functions: [{ selector, arguments: "", mutability: "nonpayable" }],
    storage: storage.map((record, i) => ({ slot: `0x${i}`, type: "uint256", ...record })),
  };
}

describe("a function without a known name is known by what it writes", () => {
  test.each([
    [
      "balances and supply",
      [
        { reads: [BALANCE, ODD], writes: [ODD] },
        { reads: [SUPPLY], writes: [ODD] },
      ],
      "mint",
    ],
    ["balances only", [{ reads: [BALANCE], writes: [ODD] }], "seize"],
    ["what transfers read", [{ reads: [TRANSFER], writes: [ODD] }], "rules"],
  ] as const)("%s", (_, storage, kind) => {
    const code = codeWith(storage.map(({ reads, writes }) => ({ reads: [...reads], writes: [...writes] })));
    expect(findPowers(code)).toMatchObject([{ kind, selector: ODD, signature: null }]);
  });

  test("what nobody's transfer looks at is nobody's business", () => {
    expect(findPowers(codeWith([{ reads: ["0x99999999"], writes: [ODD] }]))).toEqual([]);
  });

  test("what holders do for themselves is no power", () => {
    expect(findPowers(codeWith([{ reads: [BALANCE], writes: [TRANSFER] }], TRANSFER))).toEqual([]);
  });
});

test("the gate is the owner when the function reads the owner's slot", () => {
  const steers = { reads: [TRANSFER] as `0x${string}`[], writes: [ODD] as `0x${string}`[] };
  const gate = (reads: `0x${string}`[]) => findPowers(codeWith([steers, { reads, writes: [], type: "address" }]))[0]?.gate;
  expect(gate([OWNER, ODD])).toBe("owner");
  expect(gate([OWNER])).toBe("other");
  expect(gate([])).toBe("unknown");
});

describe("a power is judged by who is left to use it", () => {
  const power = (gate: Power["gate"]): Power => ({ kind: "mint", selector: "0x40c10f19", signature: "mint(address,uint256)", gate });
  // The facts that this judgement reads, and no others.
  const judge = (owner: OwnerFacts["kind"], gates: Power["gate"][], code: CodeFacts = codeWith([])) =>
    judgePower("mint", { code, powers: gates.map(power), owner: { kind: owner, address: null } } as unknown as Facts, "none");

  test.each([
    ["account", [], "pass", undefined],
    ["account", ["owner"], "fail", false],
    ["contract", ["owner"], "fail", false],
    ["account", ["other"], "fail", true],
    ["account", ["unknown"], "fail", null],
    ["renounced", ["owner"], "pass", undefined],
    ["renounced", ["other"], "unknown", true],
    ["renounced", ["owner", "other"], "unknown", true],
    ["none", ["unknown"], "unknown", null],
    ["unknown", ["owner"], "unknown", false],
  ] as const)("owner %s, gates %j: %s", (owner, gates, status, survives) => {
    const finding = judge(owner, [...gates]);
    expect([finding.status, finding.survives]).toEqual([status, survives]);
  });

  test("code that can't be read passes nothing", () => {
    expect(judge("renounced", [], { read: false, why: "tangled" }).status).toBe("unknown");
  });
});
