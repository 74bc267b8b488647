import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Check } from "./answer/shape";
import { checkStatus, severity } from "./answer/shape";
import { applyRule } from "./checks/rule";
import { RULES } from "./checks/rules";
import { facts } from "./testdata/facts";
import { DECISIVE, decide, VERDICTS } from "./verdict";

const check = (id: string, status: Check["status"] = "pass", worth: Check["severity"] = "medium"): Check => ({
  id,
  group: "trade",
  title: "",
  status,
  severity: worth,
  evidence: { text: "" },
  survives_renounce: null,
});

/** The number of the first line of the table that holds. */
const line = (...checks: Check[]) => VERDICTS.findIndex(({ holds }) => holds(checks));
const OPTIONAL = ["liquidity_pull", "concentration", "ownership", "metadata"];

describe("each line of the table", () => {
  test.each(["critical", "high"] as const)("a %s fail is avoid, whatever else is unknown", (worth) => {
    expect(line(check("seize", "fail", worth))).toBe(0);
    expect(decide([check("sell", "unknown"), check("seize", "fail", worth)]).verdict).toBe("avoid");
  });
  test.each(["medium", "low", "info"] as const)("a %s fail is not", (worth) => {
    expect(line(check("seize", "fail", worth))).not.toBe(0);
  });
  test("a critical check that passes or does not apply is no avoid", () => {
    expect(line(check("sell", "pass", "critical"), check("sell_sizes", "not_applicable", "critical"))).toBe(4);
  });
  test.each([...DECISIVE])("%s unknown: so is the verdict, above any caution", (id) => {
    expect(line(check(id, "unknown"))).toBe(1);
    expect(decide([check(id, "unknown"), check("mint", "fail")])).toEqual({ verdict: "unknown", score: null });
  });
  test("a medium fail is caution", () => {
    expect(line(check("mint", "fail"))).toBe(2);
  });
  test("any other unknown is caution", () => {
    expect(line(check("mint", "unknown", "high"))).toBe(3);
    expect(decide([check("mint", "unknown", "high")]).verdict).toBe("caution");
  });
  test.each(OPTIONAL)("%s may stay unknown", (id) => {
    expect(line(check(id, "unknown", "high"))).toBe(4);
  });
  test("low fails alone leave it ok", () => {
    expect(decide([check("ownership", "fail", "low"), check("metadata", "fail", "low")])).toEqual({ verdict: "ok", score: 10 });
  });
  test("nothing found is ok with nothing against it", () => {
    expect(decide(RULES.map((rule) => applyRule(rule, facts())))).toEqual({ verdict: "ok", score: 0 });
  });
});

test("every id that the table names is a check", () => {
  const ids = new Set(RULES.map(({ id }) => id));
  expect([...DECISIVE, ...OPTIONAL].filter((id) => !ids.has(id))).toEqual([]);
  expect(ids.size).toBe(RULES.length);
});

const checks = fc.array(
  fc.record({
    id: fc.constantFrom(...RULES.map(({ id }) => id)),
    status: fc.constantFrom(...checkStatus.options),
    worth: fc.constantFrom(...severity.options),
  }),
  { maxLength: 40 },
);
const built = (all: { id: string; status: Check["status"]; worth: Check["severity"] }[]) =>
  all.map(({ id, status, worth }) => check(id, status, worth));

test("a score lies in its verdict's range, and the unknown has none", () => {
  const range = { avoid: [75, 100], caution: [25, 74], ok: [0, 24] } as const;
  fc.assert(
    fc.property(checks, (all) => {
      const { verdict, score } = decide(built(all));
      if (verdict === "unknown") return score === null;
      return score !== null && score >= range[verdict][0] && score <= range[verdict][1];
    }),
  );
});

test("what is unknown never helps: with any check unknown the verdict is no better than with it passed", () => {
  const rank = { ok: 0, caution: 1, unknown: 2, avoid: 3 };
  fc.assert(
    fc.property(checks, fc.constantFrom(...RULES.map(({ id }) => id)), (all, id) => {
      const rest = built(all);
      const [known, unknown] = [decide([...rest, check(id)]), decide([...rest, check(id, "unknown")])];
      return rank[unknown.verdict] >= rank[known.verdict] && (unknown.score ?? 100) >= (known.score ?? 0);
    }),
  );
});

test("another fail never makes it better", () => {
  const rank = { ok: 0, caution: 1, unknown: 2, avoid: 3 };
  fc.assert(
    fc.property(checks, fc.constantFrom(...severity.options), (all, worth) => {
      const rest = built(all);
      return rank[decide([...rest, check("mint", "fail", worth)]).verdict] >= rank[decide(rest).verdict];
    }),
  );
});
