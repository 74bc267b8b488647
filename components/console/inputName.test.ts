import { expect, it } from "vitest";
import { inputName } from "./inputName";

it("an input is named by its first field, as that is best shortened", () => {
  expect(inputName({ token: "0x0DCd1Bf9A1b36cE34237eEaFef220932846BCD82", chain: "base" })).toBe("0x0DCd…CD82");
  expect(inputName({ url: "https://shop.example/bread" })).toBe("shop.example/bread");
  expect(inputName({ url: `https://shop.example/${"x".repeat(100)}` })).toBe(`shop.example/${"x".repeat(22)}…`);
  expect(inputName({})).toBe("");
});
