import { describe, expect, it } from "vitest";
import type { Check } from "@/lib/safety/answer/shape";
import { groupChecks } from "./groupChecks";
import { missingByWhy } from "./missingByWhy";
import { sharesByKind } from "./sharesByKind";

const check = (id: string, group: Check["group"], status: Check["status"], severity: Check["severity"] = "high"): Check => ({
  id,
  group,
  title: `title of ${id}`,
  status,
  severity,
  evidence: { text: "" },
  survives_renounce: null,
});

describe("groupChecks", () => {
  const groups = groupChecks([
    check("fixed_code", "code", "pass"),
    check("mint", "powers", "fail", "medium"),
    check("pause", "powers", "pass"),
    check("seize", "powers", "fail", "critical"),
    check("gate", "powers", "unknown"),
  ]);
  it("keeps the order of groups and leaves out empty ones", () => {
    expect(groups.map(({ group }) => group)).toEqual(["powers", "code"]);
  });
  it("opens what failed, the worst first, and folds the rest without losing any", () => {
    expect(groups[0]?.failed.map(({ id }) => id)).toEqual(["seize", "mint"]);
    expect(groups[0]?.quiet.map(({ id }) => id)).toEqual(["gate", "pause"]);
    expect(groups[1]?.failed).toEqual([]);
  });
});

describe("missingByWhy", () => {
  it("says each reason once, with everything it keeps from being checked", () => {
    const missing = missingByWhy({
      checks: [check("buy", "trade", "unknown")],
      not_checked: [
        { id: "buy", why: "No pool trades it." },
        { id: "elsewhere", why: "Too many logs." },
        { id: "sell", why: "No pool trades it." },
      ],
    });
    expect(missing).toEqual([
      {
        why: "No pool trades it.",
        checks: [
          { id: "buy", title: "title of buy" },
          { id: "sell", title: null },
        ],
      },
      { why: "Too many logs.", checks: [{ id: "elsewhere", title: null }] },
    ]);
  });
});

describe("sharesByKind", () => {
  const share = (kind: Parameters<typeof sharesByKind>[0][number]["kind"], share_bps: number | null) => ({
    holder: `0x${kind}`,
    share_bps,
    kind,
    until: null,
  });
  it("adds creator and owner together, and shows what nobody accounts for", () => {
    const parts = sharesByKind([share("creator", 1_000), share("owner", 500), share("burned", 6_000)]);
    expect(parts.map(({ kind, bps }) => [kind, bps])).toEqual([
      ["burned", 6_000],
      ["makers", 1_500],
      ["missing", 2_500],
    ]);
  });
  it("takes rounding for what it is", () => {
    expect(sharesByKind([share("burned", 9_999)]).map(({ kind }) => kind)).toEqual(["burned"]);
  });
});
