import { describe, expect, test } from "vitest";
import { applyRule } from "../checks/rule";
import { RULES } from "../checks/rules";
import { facts, power, refused, trialsBut } from "../testdata/facts";
import type { Check } from "./shape";
import { summarise } from "./summary";

const checks = (...[over, examined]: Parameters<typeof facts>) => RULES.map((rule) => applyRule(rule, facts(over, examined)));
const failing = (...ids: string[]) =>
  RULES.filter(({ id }) => ids.includes(id)).map((rule): Check => ({ ...applyRule(rule, facts()), status: "fail" }));

describe("the summary", () => {
  test("of nothing wrong", () => {
    expect(summarise("ok", checks())).toBe("Bought and sold in simulation without trouble, and no power over holders was found.");
  });
  test("of a power says it in our words", () => {
    expect(summarise("caution", checks({}, { powers: [power()] }))).toBe("It can be bought and sold, but somebody can stop all transfers.");
  });
  test("of what could not be checked", () => {
    expect(summarise("caution", checks())).toContain("not everything could be checked");
    expect(summarise("unknown", checks())).toBe("What decides could not be tried.");
    expect(summarise("unknown", failing("mint"))).toBe("What decides could not be tried. What is known: more of it can be made.");
  });
  test("tells the worst first, and three at the most", () => {
    const text = summarise("avoid", failing("ownership", "mint", "seize", "sell", "pause"));
    expect(text).toMatch(/^Stay away: it can't be sold, somebody can take what others hold, .*, and 2 more\.$/);
  });
  test("says a waiting time once, and never that it can't be sold later", () => {
    const late = ["sell_1000", "sell_day", "sell_month", "sell_year", "sell_friend_late", "whale_at_once", "giant_at_once"];
    const soon = trialsBut().filter(({ id }) => !late.includes(id) && !id.startsWith("holder_"));
    const trials = trialsBut(Object.fromEntries(soon.map(({ id }) => [id, refused()])));
    const all = checks({}, { trials }).filter(({ status }) => status === "fail");
    expect(all.map(({ severity }) => severity)).toEqual(all.map(() => "medium"));
    expect(summarise("caution", all)).toBe("It can be bought and sold, but it can be sold only some time after the purchase.");
  });
});

test("every check can be told in a sentence", () => {
  for (const { id, failing: words } of RULES) {
    expect(`${id}: ${words}`).toMatch(/: [a-z]/);
    expect(words).not.toMatch(/\.$/);
  }
});
