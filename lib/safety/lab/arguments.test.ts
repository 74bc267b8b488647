import fc from "fast-check";
import { bytesToHex, decodeAbiParameters, parseAbiParameters } from "viem";
import { describe, expect, test } from "vitest";
import { kindOf, profiles, type Roles } from "./arguments";
import { addressHex, MAX_WORD, selectorOf } from "./bytes";

const ROLES: Roles = {
  holder: (1n << 150n) + 1n,
  actor: (1n << 150n) + 2n,
  fresh: (1n << 150n) + 3n,
  pool: (1n << 150n) + 4n,
  plant: (1n << 150n) + 5n,
  refuser: (1n << 150n) + 6n,
  token: (1n << 150n) + 7n,
  amount: 123_456_789n,
  supply: 10n ** 24n,
  balanceSlot: null,
  hints: [],
  apart: new Set(),
  names: [77n << 200n],
};
const of = (types: string[], roles: Partial<Roles> = {}) =>
  profiles({ selector: 0xa9059cbb, types, payable: false }, { ...ROLES, ...roles });
const column = (types: string[], at: number, roles: Partial<Roles> = {}) => new Set(of(types, roles).map(({ words }) => words[at]));

test.each([
  ["address", "address"],
  ["address[]", "address"],
  ["bool", "flag"],
  ["uint8", "number"],
  ["int256[2]", "number"],
  ["bytes32", "name"],
  ["bytes", "other"],
  ["(address,uint256)", "other"],
])("%s is a %s", (type, kind) => {
  expect(kindOf(type)).toBe(kind);
});

describe("what is covered", () => {
  test("without arguments there is one call", () => {
    expect(of([])).toEqual([{ words: [], data: new Uint8Array([0xa9, 0x05, 0x9c, 0xbb]) }]);
  });
  test("one address: everybody who matters, nobody, and whom the code compares with", () => {
    const hint = (1n << 155n) + 9n;
    expect(column(["address"], 0, { hints: [hint, 5n] })).toEqual(
      new Set([ROLES.holder, ROLES.pool, ROLES.actor, ROLES.plant, ROLES.refuser, ROLES.fresh, ROLES.token, hint, 0n]),
    );
  });
  test("one number: nothing, percents, the holder's amount, the most, and what the code compares with, from both sides", () => {
    const numbers = column(["uint256"], 0, { hints: [5_000n] });
    for (const word of [0n, 1n, 25n, 99n, 10_000n, ROLES.amount, MAX_WORD, 4_999n, 5_000n, 5_001n]) expect(numbers).toContain(word);
  });
  test("flags are tried both ways, names by what the token answers", () => {
    expect(column(["address", "bool"], 1)).toEqual(new Set([0n, 1n]));
    expect(of(["bool", "bool"]).map(({ words }) => words.join())).toEqual(["0,0", "1,1", "1,0", "0,1"]);
    expect(column(["bytes32", "address"], 0)).toEqual(new Set([0n, 77n << 200n]));
  });
  test("two addresses: from the holder to the caller and the other way round", () => {
    const pairs = of(["address", "address"]).map(({ words }) => words.join());
    expect(pairs).toContain([ROLES.holder, ROLES.actor].join());
    expect(pairs).toContain([ROLES.actor, ROLES.holder].join());
  });
  test("two numbers that run over to nothing", () => {
    expect(of(["uint256", "uint256"]).some(({ words: [a = 0n, b = 0n] }) => a > 0n && a + b === 1n << 256n)).toBe(true);
    expect(of(["uint8", "uint8"]).some(({ words: [a = 0n, b = 0n] }) => a > 0n && a + b === 256n)).toBe(true);
  });
});

test("a struct gets an address wherever one is asked for", () => {
  const types = ["(address,(uint256,address)[])"];
  const { data } = of(types)[0] ?? { data: new Uint8Array() };
  const [value] = decodeAbiParameters(parseAbiParameters(types.join()), bytesToHex(data.subarray(4))) as unknown as [
    [string, [bigint, string][]],
  ];
  expect(value[0]).toBe(addressHex(ROLES.holder));
  expect(value[1]).toEqual([[0n, addressHex(ROLES.holder)]]);
});

test("types that make no sense are no call, and no crash", () => {
  expect(of(["(nonsense,)"]).map(({ data }) => data.length)).toEqual(expect.arrayContaining([4]));
});

const type = fc.oneof(
  fc.constantFrom("address", "bool", "bytes32", "bytes", "string", "address[]", "uint256[]"),
  fc.integer({ min: 1, max: 32 }).map((n) => `uint${n * 8}`),
  fc.integer({ min: 1, max: 32 }).map((n) => `int${n * 8}`),
);

test("whatever the types, calls are bounded, each another, and every value fits its type", () => {
  fc.assert(
    fc.property(fc.array(type, { maxLength: 6 }), fc.array(fc.bigInt(0n, MAX_WORD), { maxLength: 10 }), (types, hints) => {
      const all = of(types, { hints });
      expect(all.length).toBeGreaterThan(0);
      expect(all.length).toBeLessThanOrEqual(56);
      expect(new Set(all.map(({ words }) => words.join())).size).toBe(all.length);
      for (const { data } of all) {
        expect(selectorOf(data)).toBe(0xa9059cbb);
        // The decoder refuses what is too large for its type.
        if (types.length > 0) decodeAbiParameters(parseAbiParameters(types.join()), bytesToHex(data.subarray(4)));
      }
    }),
    { numRuns: 60 },
  );
});
