import { describe, expect, it } from "vitest";
import type { Row } from "@/lib/devnet/tokens/types";
import { isFair, isNamed, quantile, score } from "./score";
import type { Got, Result } from "./types";

function result(row: Partial<Row> & Pick<Row, "id" | "deserves">, got: Got, failed: string[] = []): Result {
  const whole: Row = { behaviour: "pause", contract: "Any", names: [], ...row };
  const trouble = failed.map((id) => ({ id, status: "fail", text: "" }));
  return {
    placed: { row: whole, half: "seen", token: "0x", pool: null, names: new Map() },
    answered: { got, summary: "", trouble, cost: { ms: 1, trips: 1, calls: 1 } },
  };
}

const trap = result({ id: "pause/trap", deserves: "avoid", names: ["pause"] }, "avoid", ["pause"]);
const missed = result({ id: "pause/missed", deserves: "avoid", names: ["pause"] }, "ok");
const twin = result({ id: "pause/twin", deserves: "ok", twinOf: "pause/trap" }, "ok");
const doubted = result({ id: "pause/doubted", deserves: "ok", twinOf: "pause/missed" }, "caution");
const warned = result({ id: "pause/warned", deserves: "caution", names: ["pause"] }, "avoid", ["sell"]);
const open = result({ id: "pause/open", deserves: "caution", accepts: ["avoid"], names: ["pause"] }, "avoid", ["pause"]);
const away = result({ id: "pause/away", deserves: "ok" }, "refused");

describe("the figures of a half", () => {
  const figures = score("seen", [trap, missed, twin, doubted, warned, open, away]);

  it("counts what was caught, what was cried wolf at and what got no verdict", () => {
    expect(figures.avoid).toEqual({ right: 1, of: 2 });
    expect(figures.caution).toEqual({ right: 2, of: 2 });
    expect(figures.falseAvoid).toEqual({ right: 1, of: 4 });
    expect(figures.cleanAsCaution).toEqual({ right: 1, of: 3 });
    expect(figures.unknown).toEqual({ right: 1, of: 7 });
  });

  it("asks of each warning whether it names the reason, and of each pair whether it was told apart", () => {
    expect(figures.named).toEqual({ right: 2, of: 3 });
    expect(figures.pairs).toEqual({ right: 1, of: 2 });
    expect(isNamed(warned)).toBe(false);
  });

  it("lets nobody count who belongs to the other half", () => {
    expect(score("heldout", [trap])).toMatchObject({ contracts: 0, avoid: { right: 0, of: 0 }, behaviours: [] });
  });
});

it("takes a refusal for no verdict at all, whatever is accepted", () => {
  expect(isFair(away)).toBe(false);
  expect(isFair(open)).toBe(true);
});

it("finds the value below which a part lies", () => {
  expect(quantile([30, 10, 20, 40], 0.5)).toBe(30);
  expect(quantile([30, 10, 20, 40], 1)).toBe(40);
  expect(quantile([], 0.5)).toBe(0);
});
