import { describe, expect, it } from "vitest";
import { execute } from "./execute";
import { assemble } from "./testdata/assemble";
import { BLOCK, EMPTY, HERE, runCode, SENDER } from "./testdata/runCode";
import { ENV } from "./types";
import { bytesToWord, MAX_WORD } from "./words";
import { World } from "./world";

const returnTop = assemble(0, "MSTORE", 32, 0, "RETURN");
const MIN = 1n << 255n;
const minus = (n: bigint) => MAX_WORD - n + 1n;
const OTHER = 0x07e4_0000_0000_0000_0000n;

function computed(...parts: (string | bigint)[]): bigint {
  return bytesToWord(runCode(assemble(...parts, returnTop)).data);
}

describe("arithmetic at its edges", () => {
  // The first operand is the top of the stack: it is pushed last.
  it.each<[string, bigint[], bigint]>([
    ["ADD", [MAX_WORD, 1n], 0n],
    ["ADD", [MAX_WORD, MAX_WORD], MAX_WORD - 1n],
    ["MUL", [MIN, 2n], 0n],
    ["MUL", [MAX_WORD, MAX_WORD], 1n],
    ["SUB", [0n, 1n], MAX_WORD],
    ["DIV", [5n, 0n], 0n],
    ["SDIV", [MIN, MAX_WORD], MIN],
    ["SDIV", [minus(8n), 3n], minus(2n)],
    ["SDIV", [5n, 0n], 0n],
    ["MOD", [5n, 0n], 0n],
    ["SMOD", [minus(8n), 3n], minus(2n)],
    ["SMOD", [8n, minus(3n)], 2n],
    ["SMOD", [MIN, MAX_WORD], 0n],
    ["SMOD", [5n, 0n], 0n],
    ["ADDMOD", [MAX_WORD, MAX_WORD, 12n], 6n],
    ["ADDMOD", [5n, 5n, 0n], 0n],
    ["MULMOD", [MAX_WORD, MAX_WORD, 12n], 9n],
    ["MULMOD", [5n, 5n, 0n], 0n],
    ["EXP", [2n, 255n], MIN],
    ["EXP", [2n, 256n], 0n],
    ["EXP", [0n, 0n], 1n],
    ["EXP", [MAX_WORD, MAX_WORD], MAX_WORD],
    ["EXP", [10n, 78n], 10n ** 78n % 2n ** 256n],
    ["SIGNEXTEND", [0n, 0x1_7fn], 0x7fn],
    ["SIGNEXTEND", [0n, 0x80n], minus(128n)],
    ["SIGNEXTEND", [30n, 1n << 247n], (MAX_WORD << 247n) & MAX_WORD],
    ["SIGNEXTEND", [31n, MIN], MIN],
    ["SIGNEXTEND", [MAX_WORD, 0x80n], 0x80n],
    ["SLT", [MAX_WORD, 0n], 1n],
    ["SGT", [0n, MIN], 1n],
    ["LT", [MAX_WORD, 0n], 0n],
    ["BYTE", [0n, MIN], 0x80n],
    ["BYTE", [31n, 0x1_23n], 0x23n],
    ["BYTE", [32n, MAX_WORD], 0n],
    ["SHL", [255n, 3n], MIN],
    ["SHL", [256n, 1n], 0n],
    ["SHR", [255n, MIN], 1n],
    ["SHR", [MAX_WORD, MAX_WORD], 0n],
    ["SAR", [1n, minus(3n)], minus(2n)],
    ["SAR", [256n, MIN], MAX_WORD],
    ["SAR", [MAX_WORD, MIN - 1n], 0n],
    ["NOT", [0n], MAX_WORD],
    ["CLZ", [0n], 256n],
    ["CLZ", [1n], 255n],
    ["CLZ", [MIN], 0n],
  ])("%s (%#)", (op, operands, expected) => {
    expect(computed(...operands.toReversed(), op)).toBe(expected);
  });
});

describe("one call", () => {
  const store = assemble(5, 1, "SSTORE");

  it("leaves what it wrote when it succeeds, and nothing when it fails", () => {
    const world = World.over(EMPTY);
    const child = world.fork();
    expect(runCode(store, { world: child }).seen.writes).toEqual(new Map([[HERE, new Map([[1n, { before: 0n, after: 5n }]])]]));
    expect([child.slot(HERE, 1n), world.slot(HERE, 1n)]).toEqual([5n, 0n]);
    const failed = runCode(assemble(6, 1, "SSTORE", 0, 0, "REVERT"), { world: child });
    expect([failed.halt, failed.seen.writes.size, child.slot(HERE, 1n)]).toEqual(["revert", 0, 5n]);
  });

  it("tells no write of a slot that is as before in the end", () => {
    expect(runCode(assemble(5, 1, "SSTORE", 0, 1, "SSTORE")).seen.writes.size).toBe(0);
  });

  it("moves its value, or doesn't happen", () => {
    const world = World.over(EMPTY);
    world.setBalance(SENDER, 10n);
    expect(runCode(assemble("STOP"), { world, value: 4n }).seen.touched).toEqual(new Set([SENDER, HERE]));
    expect([world.balance(SENDER), world.balance(HERE)]).toEqual([6n, 4n]);
    expect(runCode(assemble("STOP"), { world, value: 7n })).toMatchObject({ ok: false, halt: "invalid" });
    expect([world.balance(SENDER), world.balance(HERE)]).toEqual([6n, 4n]);
  });

  it("writes nothing when it may only look", () => {
    expect(runCode(store, { readOnly: true })).toMatchObject({ ok: false, halt: "invalid" });
    expect(runCode(assemble(1, "SLOAD"), { readOnly: true }).ok).toBe(true);
  });

  it("forgets transient storage and what is warm", () => {
    const world = World.over(EMPTY);
    runCode(assemble(5, 1, "TSTORE"), { world });
    const [first, second] = [1, 2].map(() => runCode(assemble(1, "TLOAD", 1, "SLOAD ADD", returnTop), { world }));
    expect(bytesToWord(first?.data ?? new Uint8Array())).toBe(0n);
    expect(first?.gasUsed).toBe(second?.gasUsed);
  });

  it("ends after so many instructions", () => {
    const forever = assemble("JUMPDEST", 0, "JUMP");
    expect(runCode(forever, { maxSteps: 1_000 })).toMatchObject({ ok: false, halt: "steps" });
    expect(runCode(forever, { gas: 100_000 })).toMatchObject({ ok: false, halt: "gas", gasUsed: 100_000 });
  });

  it("goes a thousand and twenty-four calls deep, whatever our own stack holds", () => {
    // Each level passes on how deep it is, and returns what the one below returned.
    const deeper = assemble(
      ...[0, "CALLDATALOAD", 1, "ADD DUP1", 0, "MSTORE"],
      ...[32, 0, 32, 0, 0, "ADDRESS GAS CALL ISZERO", 36, "JUMPI", 32, 0, "RETURN JUMPDEST", 0, "MSTORE", 32, 0, "RETURN"],
    );
    const at = deeper.indexOf(0x5b);
    const code = Uint8Array.from(deeper, (byte, n) => (byte === 36 && deeper[n - 1] === 0x60 ? at : byte));
    expect(bytesToWord(runCode(code, { gas: 2 ** 45 }).data)).toBe(1_025n);
  });

  it("creates accounts that later calls find", () => {
    const world = World.over({ ...EMPTY, nonce: (address) => (address === HERE ? 3n : 0n) });
    // Its constructor stores 7 in slot 0 and leaves one STOP as code.
    const init = assemble(7, 0, "SSTORE", 1, 0, "RETURN");
    const word = BigInt(`0x${Buffer.from(init).toString("hex").padEnd(64, "0")}`);
    const result = runCode(assemble(word, 0, "MSTORE", BigInt(init.length), 0, 0, "CREATE", returnTop), { world });
    const made = bytesToWord(result.data);
    expect([world.code(made), world.slot(made, 0n), world.nonce(made), world.nonce(HERE)]).toEqual([Uint8Array.of(0), 7n, 1n, 4n]);
    expect(result.seen.calls).toMatchObject([{ kind: "create", at: HERE, to: made, ok: true }]);
    expect(result.seen.touched.has(made)).toBe(true);
  });

  it("says when somebody's storage or code isn't known yet, and goes on", () => {
    const world = World.over({ ...EMPTY, slot: () => undefined });
    const result = runCode(assemble(1, "SLOAD POP", 2, "SLOAD"), { world });
    expect(result).toMatchObject({ ok: true, missed: true });
    expect(result.seen.reads.get(HERE)).toEqual(new Set([1n, 2n]));
  });

  it("concludes nothing from what it can't compute", () => {
    const asks = assemble(0, 0, 0, 0, 10, "GAS STATICCALL POP", returnTop);
    expect(runCode(asks)).toMatchObject({ ok: false, halt: "unsupported" });
  });
});

describe("what a call is seen to do", () => {
  it("tells inner calls, also failed ones", () => {
    const world = World.over(EMPTY);
    world.setCode(OTHER, assemble("INVALID"));
    const selector = 0xa9059cbbn << 224n;
    const result = runCode(assemble(selector, 0, "MSTORE", 0, 0, 36, 0, 0, OTHER, 5_000, "CALL"), { world });
    expect(result.ok).toBe(true);
    expect(result.seen.calls).toEqual([{ kind: "call", at: HERE, to: OTHER, selector: 0xa9059cbb, value: 0n, depth: 1, ok: false }]);
  });

  it("tells what of the surroundings it looked at", () => {
    expect(runCode(assemble("TIMESTAMP ORIGIN GAS")).seen.env).toBe(ENV.timestamp | ENV.origin | ENV.gas);
    // Passing all gas on is no look at it.
    expect(runCode(assemble(0, 0, 0, 0, OTHER, "GAS STATICCALL")).seen.env).toBe(0);
    const { env, asked } = runCode(assemble(OTHER, "EXTCODESIZE", SENDER, "BALANCE")).seen;
    expect([env, asked]).toEqual([ENV.foreignCode | ENV.balance, new Set([OTHER, SENDER])]);
  });

  it("tells reads of parts that were undone", () => {
    const world = World.over(EMPTY);
    world.setCode(OTHER, assemble(9, "SLOAD", 0, 0, "REVERT"));
    const { seen } = runCode(assemble(0, 0, 0, 0, 0, OTHER, 50_000, "CALL"), { world });
    expect(seen.reads).toEqual(new Map([[OTHER, new Set([9n])]]));
  });

  it("tells who goes, and leaves older accounts where they are", () => {
    const world = World.over(EMPTY);
    world.setBalance(HERE, 5n);
    const result = runCode(assemble(OTHER, "SELFDESTRUCT"), { world });
    expect(result.seen.calls).toMatchObject([{ kind: "selfdestruct", at: HERE, to: OTHER, value: 5n }]);
    expect([world.balance(HERE), world.balance(OTHER), world.code(HERE).length > 0]).toEqual([0n, 5n, true]);
  });

  it("runs an account's delegate on the account's own storage", () => {
    const world = World.over(EMPTY);
    world.setCode(OTHER, assemble(5, 1, "SSTORE"));
    const account = 0xacc0n << 64n;
    world.setCode(account, Buffer.from(`ef0100${OTHER.toString(16).padStart(40, "0")}`, "hex"));
    const result = execute(world, BLOCK, { from: SENDER, to: account, data: new Uint8Array() });
    expect([...result.seen.writes.keys()]).toEqual([account]);
  });
});
