import fc from "fast-check";
import { encodeFunctionData, type Hex, maxUint256, parseAbi, toHex, zeroAddress } from "viem";
import { describe, expect, test } from "vitest";
import { decodeCalls } from "./decodeCalls";
import { toldBy } from "./effects";
import { input } from "./schema";
import { readTypedData } from "./sign/allowed";
import { readTransaction } from "./transaction";

const TO = "0x00000000000000000000000000000000000000aa";
const ABI = parseAbi(["function transfer(address to, uint256 amount)", "function multicall(bytes[] calls)"]);
const bytes = fc.uint8Array({ maxLength: 700 }).map((array) => toHex(array));
const word = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((array) => toHex(array));

describe("calls", () => {
  test("within calls are read, and no deeper than a few", () => {
    const inner = encodeFunctionData({ abi: ABI, functionName: "transfer", args: [TO, 5n] });
    const wrapped = (depth: number): Hex =>
      depth === 0 ? inner : encodeFunctionData({ abi: ABI, functionName: "multicall", args: [[wrapped(depth - 1)]] });
    expect(decodeCalls(TO, wrapped(1)).map(({ name, depth }) => `${depth} ${name}`)).toEqual(["0 multicall", "1 transfer"]);
    expect(decodeCalls(TO, wrapped(20)).length).toBeLessThanOrEqual(5);
  });

  test("of a long list are cut off", () => {
    const inner = encodeFunctionData({ abi: ABI, functionName: "transfer", args: [TO, 5n] });
    const many = encodeFunctionData({ abi: ABI, functionName: "multicall", args: [Array.from({ length: 500 }, () => inner)] });
    expect(decodeCalls(TO, many)).toHaveLength(40);
  });

  test("a selector that nobody knows is told with its words", () => {
    expect(decodeCalls(TO, `0xdeadbeef${"00".repeat(65)}`)).toEqual([
      { depth: 0, to: TO, selector: "0xdeadbeef", name: null, arguments: null, words: 2, values: [] },
    ]);
  });

  test("any bytes behind any known selector end in something bounded", () => {
    const selectors = fc.constantFrom(
      "0xac9650d8",
      "0x5ae401dc",
      "0x82ad56cb",
      "0x3593564c",
      "0xa9059cbb",
      "0xf242432a",
      "0x6a761202",
      "0xb858183f",
    );
    fc.assert(
      fc.property(selectors, bytes, (selector, rest) => {
        const calls = decodeCalls(TO, `${selector}${rest.slice(2)}` as Hex);
        return calls.length <= 40 && calls.every((call) => (call.arguments ?? []).every((text) => text.length <= 200));
      }),
      { numRuns: 500 },
    );
  });
});

test("events of any shape are read or left", () => {
  const topics = fc.array(
    fc.oneof(
      word,
      fc.constantFrom<Hex>(
        "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef",
        "0x4a39dc06d4c0dbc64b70af90fd698a233a518aa5d07e595d983b8c0526c8f7fb",
      ),
    ),
    { maxLength: 4 },
  );
  fc.assert(
    fc.property(topics, bytes, (all, data) => {
      const { moves, items, approvals } = toldBy([{ address: zeroAddress, topics: all, data }]);
      return moves.length + items.length + approvals.length <= 50;
    }),
    { numRuns: 500 },
  );
});

describe("transactions", () => {
  test("any bytes are a transaction or a refusal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("", "01", "02", "04"), bytes, async (type, rest) => {
        const given = input.parse({ from: TO, transaction: `0x${type}${rest.slice(2)}` });
        const outcome = await readTransaction(given, 84532).catch((error: Error) => error.name);
        return typeof outcome === "object" || outcome === "ToolRefusal";
      }),
      { numRuns: 300 },
    );
  });

  test.each<[Record<string, unknown>, string]>([
    [{}, "nothing at all"],
    [{ from: TO, to: TO, transaction: "0x02" }, "two forms"],
    [{ to: TO }, "nobody"],
    [{ from: TO, value: "1" }, "a deployment of nothing"],
    [{ from: TO, to: TO, value: "-1" }, "less than nothing"],
    [{ from: TO, to: TO, data: "0x123" }, "half a byte"],
  ])("%o is refused: %s", (given) => {
    expect(input.safeParse(given).success).toBe(false);
  });
});

describe("typed data", () => {
  const SPENDER = "0x00000000000000000000000000000000000000bb";
  const read = (primaryType: string, message: Record<string, unknown>) =>
    readTypedData({ domain: { verifyingContract: TO }, primaryType, types: {}, message }).allowed;

  test.each<[string, Record<string, unknown>, object[]]>([
    ["Permit", { spender: SPENDER, value: "7" }, [{ does: "approve", amount: 7n, spender: SPENDER, expires: null }]],
    ["Permit", { spender: SPENDER, allowed: true, expiry: 0 }, [{ amount: maxUint256 }]],
    ["Permit", { spender: SPENDER, allowed: false }, [{ amount: 0n }]],
    [
      "PermitSingle",
      { spender: SPENDER, details: { token: TO, amount: "0x5", expiration: 99 } },
      [{ does: "approve", amount: 5n, expires: 99n }],
    ],
    [
      "PermitBatch",
      {
        spender: SPENDER,
        details: [
          { token: TO, amount: 1 },
          { token: TO, amount: 2 },
        ],
      },
      [{ amount: 1n }, { amount: 2n }],
    ],
    [
      "PermitTransferFrom",
      { spender: SPENDER, permitted: { token: TO, amount: 3 }, deadline: 8 },
      [{ does: "transfer", amount: 3n, expires: 8n }],
    ],
    [
      "TransferWithAuthorization",
      { from: TO, to: SPENDER, value: 4, validBefore: 6 },
      [{ does: "transfer", spender: SPENDER, amount: 4n, expires: 6n }],
    ],
    [
      "OrderComponents",
      { offer: [{ token: TO, startAmount: 1 }], endTime: 5 },
      [{ does: "order", spender: null, amount: 1n, expires: 5n }],
    ],
  ])("%s", (type, message, allowed) => {
    expect(read(type, message)).toMatchObject(allowed);
  });

  test("anything may stand in it", () => {
    const types = fc.constantFrom(
      "Permit",
      "PermitSingle",
      "PermitBatch",
      "PermitTransferFrom",
      "ReceiveWithAuthorization",
      "OrderComponents",
      "toString",
    );
    const anything = fc.dictionary(
      fc.constantFrom("details", "permitted", "offer", "spender", "value", "amount", "token", "deadline", "allowed"),
      fc.anything(),
    );
    fc.assert(
      fc.property(types, anything, (type, message) => {
        const allowed = read(type, message);
        return allowed === null || allowed.length <= 50;
      }),
      { numRuns: 500 },
    );
  });
});
