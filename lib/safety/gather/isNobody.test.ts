import { expect, it } from "vitest";
import { isNobody } from "./isNobody";

it("knows addresses that no search for keys has come near", () => {
  for (const address of [
    "0x0000000000000000000000000000000000000000",
    "0x0000000000000000000000000000000000000009",
    "0x000000000000000000000000000000000000dEaD",
    "0xdEAD000000000000000042069420694206942069",
    "0xDeaDbeefdEAdbeefdEadbEEFdeadbeEFdEaDbeeF",
    "0xffffffffffffffffffffffffffffffffffffffff",
    "0x1111111111111111111111111111111111111111",
  ] as const) {
    expect(isNobody(address), address).toBe(true);
  }
});

it("takes addresses that people did find for somebody's", () => {
  for (const address of [
    "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266",
    "0x00000000000000ADc04C56Bf30aC9d3c0aAF14dC",
    "0x4200000000000000000000000000000000000006",
    "0xdead00000000000000000000000000000000beef",
  ] as const) {
    expect(isNobody(address), address).toBe(false);
  }
});
