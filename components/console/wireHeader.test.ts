import { describe, expect, it } from "vitest";
import { serverTimes } from "./sendPaid";
import { decodeWireHeader, encodeWireHeader } from "./wireHeader";

describe("wire headers", () => {
  it("come back as they went in, in standard base64", () => {
    const value = { note: "prix: 0,005 €", n: 1 };
    expect(encodeWireHeader(value)).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(decodeWireHeader(encodeWireHeader(value))).toEqual(value);
  });
  it("are null when they hold anything but an object", () => {
    for (const text of [null, "", "%%%", btoa("[1]"), btoa("not json")]) expect(decodeWireHeader(text)).toBeNull();
  });
});

describe("Server-Timing", () => {
  it("gives the known steps and leaves the rest", () => {
    expect(serverTimes("verify;dur=2.7, run;dur=391.0, cache;dur=1, settle;dur=x")).toEqual({ verify: 2.7, run: 391 });
    expect(serverTimes(null)).toEqual({});
  });
});
