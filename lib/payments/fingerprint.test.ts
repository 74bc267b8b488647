import { expect, it } from "vitest";
import { fingerprint } from "./fingerprint";

it("binds method, path and input, and nothing of how the input was written", () => {
  const one = fingerprint("POST", "/api/v1/x", { a: 1, b: { c: [1, 2], d: undefined } });
  expect(fingerprint("POST", "/api/v1/x", { b: { c: [1, 2] }, a: 1 })).toBe(one);
  expect(fingerprint("GET", "/api/v1/x", { a: 1, b: { c: [1, 2] } })).not.toBe(one);
  expect(fingerprint("POST", "/api/v1/y", { a: 1, b: { c: [1, 2] } })).not.toBe(one);
  expect(fingerprint("POST", "/api/v1/x", { a: 1, b: { c: [2, 1] } })).not.toBe(one);
  expect(fingerprint("POST", "/api/v1/x", { a: "1", b: { c: [1, 2] } })).not.toBe(one);
});
