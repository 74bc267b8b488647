import { describe, expect, it } from "vitest";
import { answerCache } from "./answerCache";
import type { WebAnswer } from "./types";

const answer = (bytes: number, at: number): WebAnswer => ({
  url: "http://a.example/",
  status: 200,
  headers: {},
  setCookies: [],
  body: Buffer.alloc(bytes),
  truncated: false,
  hops: [],
  firstByteMs: 1,
  totalMs: 2,
  fetchedAt: new Date(at),
  ageSeconds: 0,
});

describe("kept answers", () => {
  it("tell their age, and are found only as old as one takes them", () => {
    let now = 0;
    const cache = answerCache(1e6, 100, () => now);
    cache.keep("a", answer(10, 0));
    now = 30_500;
    expect(cache.find("a", 60)?.ageSeconds).toBe(30);
    expect(cache.find("a", 29)).toBeNull();
    now = 101_000;
    expect(cache.find("a", 1_000)).toBeNull();
  });

  it("stay within their bytes; what nobody asked for goes first", () => {
    const cache = answerCache(100_000, 100, () => 0);
    for (const key of ["a", "b", "c", "d"]) cache.keep(key, answer(20_000, 0));
    cache.find("a", 10);
    cache.keep("e", answer(20_000, 0));
    expect(["a", "b", "c", "d", "e"].filter((key) => cache.find(key, 10))).toEqual(["a", "c", "d", "e"]);
    cache.keep("big", answer(60_000, 0));
    expect(cache.find("big", 10)).toBeNull();
    expect(cache.find("a", 10)).not.toBeNull();
  });

  it("count a newer answer instead of the older", () => {
    const cache = answerCache(100_000, 100, () => 0);
    for (let n = 0; n < 50; n += 1) cache.keep("same", answer(20_000, 0));
    cache.keep("other", answer(20_000, 0));
    expect(cache.find("same", 10)).not.toBeNull();
  });
});
