import { expect, it } from "vitest";
import { takeTurn } from "./turns";

it("lets 64 calls of a listing in at once, 256 of all, and counts who leaves once", () => {
  const inside = Array.from({ length: 64 }, () => takeTurn("a"));
  expect(() => takeTurn("a")).toThrow(expect.objectContaining({ reason: "upstream_busy", kind: "busy" }));
  for (const name of ["b", "c", "d"]) inside.push(...Array.from({ length: 64 }, () => takeTurn(name)));
  expect(() => takeTurn("e")).toThrow(expect.objectContaining({ reason: "upstream_busy" }));
  inside[0]?.();
  inside[0]?.();
  inside.push(takeTurn("e"));
  expect(() => takeTurn("a")).toThrow();
  for (const leave of inside) leave();
  takeTurn("a")();
});
