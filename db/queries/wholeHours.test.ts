import { describe, expect, it } from "vitest";
import { wholeHours } from "./wholeHours";

const at = (text: string) => new Date(`2026-11-${text}Z`);
const NOW = at("20T15:30:00").getTime();
const tell = (from: string, to: string) => {
  const { days, hours, edges } = wholeHours({ from: at(from), to: at(to) }, NOW);
  const short = (p: { from: Date; to: Date }) => `${p.from.toISOString().slice(8, 16)} to ${p.to.toISOString().slice(8, 16)}`;
  return { days: days && short(days), hours: hours.map(short), edges: edges.map(short) };
};

describe("a period in whole days and hours", () => {
  it("is all days between two midnights", () => {
    expect(tell("01T00:00:00", "03T00:00:00")).toEqual({ days: "01T00:00 to 03T00:00", hours: [], edges: [] });
  });

  it("has hours around them, and what is left of hours at its ends", () => {
    expect(tell("01T22:10:00", "04T03:20:00")).toEqual({
      days: "02T00:00 to 04T00:00",
      hours: ["01T23:00 to 02T00:00", "04T00:00 to 04T03:00"],
      edges: ["01T22:10 to 01T23:00", "04T03:00 to 04T03:20"],
    });
  });

  it("has its hours apart for each day", () => {
    expect(tell("01T05:00:00", "02T05:00:00")).toEqual({
      days: null,
      hours: ["01T05:00 to 02T00:00", "02T00:00 to 02T05:00"],
      edges: [],
    });
  });

  it("may be shorter than a day or an hour", () => {
    expect(tell("01T02:00:00", "01T04:00:00")).toEqual({ days: null, hours: ["01T02:00 to 01T04:00"], edges: [] });
    expect(tell("01T02:10:00", "01T02:20:00")).toEqual({ days: null, hours: [], edges: ["01T02:10 to 01T02:20"] });
  });

  it("up to now has the hour that is not over", () => {
    expect(tell("20T00:00:00", "20T15:30:00")).toEqual({ days: null, hours: ["20T00:00 to 20T16:00"], edges: [] });
    expect(tell("01T00:00:00", "20T15:30:00")).toMatchObject({ days: "01T00:00 to 20T00:00", hours: ["20T00:00 to 20T16:00"] });
  });
});
