import { describe, expect, it } from "vitest";
import { rangeOf } from "./ranges";

const now = new Date("2026-11-21T08:33:09.500Z");
const iso = ({ from, to }: { from: Date; to: Date }) => `${from.toISOString()} ${to.toISOString()}`;

describe("rangeOf", () => {
  it("takes whole UTC days, today among them", () => {
    const range = rangeOf("28d", now);
    expect(iso(range.now)).toBe("2026-10-25T00:00:00.000Z 2026-11-21T08:33:09.500Z");
    expect(iso(range.before)).toBe("2026-09-27T00:00:00.000Z 2026-10-24T08:33:09.500Z");
    expect(iso(range.beforeWhole)).toBe("2026-09-27T00:00:00.000Z 2026-10-25T00:00:00.000Z");
  });

  it("takes whole hours for a day", () => {
    expect(iso(rangeOf("24h", now).now)).toBe("2026-11-20T09:00:00.000Z 2026-11-21T08:33:09.500Z");
  });

  it("holds at midnight", () => {
    const midnight = new Date("2026-11-21T00:00:00.000Z");
    expect(iso(rangeOf("7d", midnight).now)).toBe("2026-11-15T00:00:00.000Z 2026-11-21T00:00:00.000Z");
  });
});
