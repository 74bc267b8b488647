import { expect, test } from "vitest";
import type { Roles } from "./arguments";
import { addressHex, MAX_WORD } from "./bytes";
import { callText } from "./callText";

const at = (n: bigint) => (1n << 150n) + n;
const ROLES: Roles = {
  holder: at(1n),
  actor: at(2n),
  fresh: at(3n),
  pool: at(4n),
  plant: at(5n),
  refuser: at(6n),
  token: at(7n),
  amount: 1_000_123n,
  supply: 10n ** 24n,
  balanceSlot: null,
  hints: [],
  apart: new Set(),
  names: [],
};

test.each([
  [[], [], "()"],
  [["address", "uint256"], [ROLES.holder, ROLES.amount], "(a holder, the holder's balance)"],
  [["address", "address"], [ROLES.actor, ROLES.pool], "(the caller, the pool)"],
  [["address"], [ROLES.plant], "(a contract of the caller's)"],
  [["address"], [0n], "(address zero)"],
  [["address"], [at(99n)], `(${addressHex(at(99n))})`],
  [["bool", "bool"], [0n, 1n], "(false, true)"],
  [["uint256", "uint8"], [MAX_WORD, 255n], "(the most, 255)"],
  [["uint16"], [65_535n], "(the most)"],
  [["uint256"], [99n], "(99)"],
  [["bytes32"], [0n], "(0x00)"],
  [["bytes32"], [0xabcdef12n << 224n], "(0xabcdef12…)"],
  [["bytes", "(address,bool)"], [0n, 0n], "(empty, empty)"],
  [["uint256"], [], "(0)"],
] as [string[], bigint[], string][])("the call of %# in words", (types, words, text) => {
  expect(callText(types, words, ROLES)).toBe(text);
});
