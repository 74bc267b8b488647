import { describe, expect, it } from "vitest";
import { encodeHeader } from "../payments/wire";
import { TERMS } from "../testing/terms";
import { readV1, readV2 } from "./readTerms";
import type { Reading } from "./types";

const RESOURCE = "https://api.kestrel.example/v1/address-safety";
const v2 = (bent: Record<string, unknown> = {}, top: Record<string, unknown> = {}) =>
  readV2(encodeHeader({ x402Version: 2, resource: { url: RESOURCE }, accepts: [{ ...TERMS, ...bent }], ...top }));
const v1 = (bent: Record<string, unknown> = {}, top: Record<string, unknown> = {}) => {
  const { amount, ...terms } = TERMS;
  const named = { description: "", mimeType: "application/json", resource: RESOURCE, network: "base-sepolia", maxAmountRequired: amount };
  return readV1(JSON.stringify({ x402Version: 1, accepts: [{ ...terms, ...named, ...bent }], ...top }));
};

/** Fields that are wrong, the amount's among them. */
function wrong(reading: Reading): string[] {
  if (reading.kind !== "terms") return [reading.kind];
  const { faults, entries } = reading.terms;
  return [...faults, ...entries.flatMap((e) => [...e.faults, ...(e.amountFault ? [e.amountFault] : [])])].map(({ field }) => field);
}

describe("terms of a 402", () => {
  it("are read in both versions, to the same money", () => {
    for (const reading of [v2(), v1()]) {
      expect(wrong(reading)).toEqual([]);
      const { entries, resource } = reading.kind === "terms" ? reading.terms : { entries: [], resource: null };
      expect(resource).toBe(RESOURCE);
      expect(entries[0]).toMatchObject({ chain: "eip155:84532", atomic: "5000", asset: TERMS.asset, payTo: TERMS.payTo, name: "USDC" });
    }
  });

  it.each([
    ["0.005", '"5000"'],
    ["$0.01", '"10000"'],
    [5000, '"5000"'],
    [0.005, '"5000"'],
    ["0x1388", '"5000"'],
    [null, '"5000"'],
    [{ value: 1 }, '"5000"'],
    ["-1", '"5000"'],
  ])("an amount of %j is no amount, and what to write is said", (amount, mend) => {
    const reading = v2({ amount });
    expect(wrong(reading)).toEqual(["accepts[0].amount"]);
    expect(reading.kind === "terms" && reading.terms.entries[0]?.amountFault?.mend).toContain(mend);
  });

  it("name every field that is missing or of another kind", () => {
    expect(wrong(v2({ scheme: undefined, network: "base-sepolia", asset: "USDC", payTo: "", maxTimeoutSeconds: "60", extra: {} }))).toEqual(
      ["scheme", "network", "asset", "payTo", "maxTimeoutSeconds"].map((f) => `accepts[0].${f}`),
    );
    expect(wrong(v2({ extra: { name: "USDC" } }))).toEqual(["accepts[0].extra"]);
    expect(wrong(v2({}, { x402Version: "2", resource: "/v1", accepts: [null] })).slice(0, 2)).toEqual(["x402Version", "resource.url"]);
    expect(wrong(v1({ network: "eip155:84532", resource: "/v1", description: undefined, mimeType: 1 }))).toEqual(
      ["network", "resource", "description", "mimeType"].map((f) => `accepts[0].${f}`),
    );
    expect(wrong(v1({}, { accepts: [] }))).toEqual(["accepts"]);
  });

  it("tell what is no header of theirs", () => {
    expect(readV2(undefined).kind).toBe("absent");
    const urlSafe = Buffer.from(JSON.stringify({ x: "???>>>" })).toString("base64url");
    expect(readV2(urlSafe)).toMatchObject({ kind: "unreadable", message: "It is base64url." });
    expect(readV2('{"x402Version":2}')).toMatchObject({ message: "It is bare JSON." });
    expect(readV2("é")).toMatchObject({ kind: "unreadable" });
    expect(readV2(Buffer.from("[1]").toString("base64"))).toMatchObject({ kind: "unreadable" });
    for (const body of ["", "payment required", "{}", '{"error":"no"}', '{"x402Version":2}', "[]"])
      expect(readV1(body).kind).toBe("absent");
  });

  it("hold nothing that a stranger could hide in them", () => {
    const reading = v2(
      { scheme: "exact\u202e\u0000", payTo: "x".repeat(1e6) },
      { resource: { url: RESOURCE, description: "a\n".repeat(1e5) } },
    );
    const { entries, description } = reading.kind === "terms" ? reading.terms : { entries: [], description: null };
    expect(entries[0]?.scheme).toBe("exact");
    expect(entries[0]?.payTo?.length).toBeLessThanOrEqual(200);
    expect(description?.length).toBeLessThanOrEqual(1_000);
    const many = v2({}, { accepts: Array.from({ length: 10_000 }, () => TERMS) });
    expect(many.kind === "terms" && many.terms.entries.length).toBe(20);
  });
});
