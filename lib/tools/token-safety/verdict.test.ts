import { describe, expect, test } from "vitest";
import { RULES } from "./checks";
import type { Check } from "./schema";
import { summarise } from "./summary";
import { DECISIVE, decide } from "./verdict";

const row = (id: string, status: Check["status"], severity: Check["severity"]): Check => ({
  id,
  group: "trade",
  title: id,
  status,
  severity,
  evidence: { text: "" },
  survives_renounce: null,
});
const fine = row("sell", "pass", "critical");

describe("the table, line by line", () => {
  test.each([
    ["nothing failed", [fine], "ok", 0],
    ["what does not apply does not count", [row("mint", "not_applicable", "medium")], "ok", 0],
    ["a low fail alone", [fine, row("ownership", "fail", "low")], "ok", 5],
    ["a medium fail", [fine, row("mint", "fail", "medium")], "caution", 35],
    ["something unknown that does not decide", [fine, row("resale", "unknown", "high")], "caution", 29],
    ["something unknown that decides", [row("sell", "unknown", "critical")], "unknown", null],
    ["unknown before caution", [row("sell", "unknown", "critical"), row("mint", "fail", "medium")], "unknown", null],
    ["a high fail", [row("buy", "fail", "high")], "avoid", 90],
    ["a critical fail", [row("sell", "fail", "critical")], "avoid", 100],
    ["avoid before unknown", [row("buy", "fail", "high"), row("sell", "unknown", "critical")], "avoid", 94],
  ] as const)("%s", (_, checks, verdict, score) => {
    expect(decide(checks)).toEqual({ verdict, score });
  });

  test("many cautions never reach avoid's scores", () => {
    const checks = Array.from({ length: 20 }, (_, i) => row(`c${i}`, "fail", "medium"));
    expect(decide(checks)).toEqual({ verdict: "caution", score: 74 });
  });

  test("every decisive check keeps the verdict from being ok while it is unknown", () => {
    for (const id of DECISIVE) expect(decide([row(id, "unknown", "low")]).verdict).toBe("unknown");
  });
});

test("ids are unique, and what decides exists", () => {
  const ids = RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([...DECISIVE]));
});

test("the sentence names the worst first", () => {
  const checks = [row("mint", "fail", "medium"), row("sell", "fail", "critical"), row("ownership", "fail", "low")];
  expect(summarise("avoid", checks)).toBe("Stay away: it can't be sold, more of it can be made, it has an owner.");
  expect(summarise("caution", [row("sell", "fail", "medium"), row("sell_part", "fail", "medium")])).toBe(
    "It can be bought and sold, but it can be sold only some time after the purchase.",
  );
  expect(summarise("caution", [row("resale", "unknown", "high")])).toBe("It can be bought and sold, but not everything could be checked.");
  expect(summarise("unknown", [row("sell", "unknown", "critical")])).toBe("What decides could not be tried.");
});
