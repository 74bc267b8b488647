import { describe, expect, it } from "vitest";
import { hashWord } from "./hash";
import { assemble } from "./testdata/assemble";
import { HERE, runCode, SENDER } from "./testdata/runCode";
import { addressToBytes, bytesToWord, wordToBytes } from "./words";

const OWNER = 0x0123_4567_89ab_cdef_0123_4567_89abn;
const SPENDER = 0xfedc_ba98_7654_3210_fedc_ba98_7654_3210n;
const marks = new Set([SENDER, SPENDER]);
const compares = (code: Uint8Array) => runCode(code, { marks }).seen.compares;

describe("comparisons with marked values", () => {
  it.each(["EQ", "LT", "GT", "SLT", "SGT", "SUB", "XOR"])("%s", (op) => {
    const code = assemble(OWNER, "CALLER", op);
    expect(compares(code)).toEqual([{ code: HERE, pc: code.length - 1, op: code.at(-1), mark: SENDER, other: OWNER, hashed: false }]);
    expect(compares(assemble("CALLER", OWNER, op))).toMatchObject([{ mark: SENDER, other: OWNER }]);
  });

  it("finds an address below other bits of its word", () => {
    expect(compares(assemble(OWNER, "CALLER", 1n << 160n, "OR EQ"))).toMatchObject([{ mark: SENDER, other: OWNER, hashed: false }]);
  });

  it("notes nothing about others, and nothing without marks", () => {
    expect(compares(assemble(OWNER, 5, "EQ"))).toEqual([]);
    expect(runCode(assemble(OWNER, "CALLER EQ")).seen.compares).toEqual([]);
  });

  it("notes what repeats once, and not more than it can hold", () => {
    const loop = assemble(300, "JUMPDEST CALLER DUP2 EQ POP", 1, "SWAP1 SUB DUP1", 3, "JUMPI");
    expect(compares(loop)).toHaveLength(256);
    expect(compares(assemble(9, "JUMPDEST", OWNER, "CALLER EQ POP", 1, "SWAP1 SUB DUP1", 2, "JUMPI"))).toHaveLength(1);
  });

  it.each<[string, Uint8Array]>([
    ["a word", assemble("CALLER", 0, "MSTORE", 32, 0, "KECCAK256")],
    ["20 bytes among others", assemble("CALLER", 96, "SHL", 7, "MSTORE", 60, 0, "KECCAK256")],
    ["a hash over one", assemble("CALLER", 0, "MSTORE", 64, 0, "KECCAK256", 32, "MSTORE", SPENDER, 0, "MSTORE", 64, 0, "KECCAK256")],
  ])("knows a hash over %s", (_, hash) => {
    const [found, ...more] = compares(assemble(77, hash, "EQ"));
    expect([found?.other, found?.hashed, marks.has(found?.mark ?? 0n), more.length]).toEqual([77n, true, true, 0]);
  });

  it("knows no hash over others", () => {
    expect(compares(assemble(77, OWNER, 0, "MSTORE", 64, 0, "KECCAK256 EQ"))).toEqual([]);
  });
});

describe("places that agree", () => {
  const result = (op: string, agree?: Set<string>) =>
    bytesToWord(runCode(assemble(OWNER, "CALLER", op, 0, "MSTORE", 32, 0, "RETURN"), { marks, agree }).data);
  const place = `${HERE}.${assemble(OWNER, "CALLER").length}`;

  it.each([
    ["EQ", 0n, 1n],
    ["XOR", OWNER ^ SENDER, 0n],
    ["SUB", SENDER - OWNER, 0n],
  ])("%s takes a marked value for whatever it is held against", (op, without, within) => {
    expect([result(op), result(op, new Set([place])), result(op, new Set([`${HERE}.1`]))]).toEqual([without, within, without]);
  });

  it("change nothing about other values", () => {
    const code = assemble(OWNER, 5, "EQ", 0, "MSTORE", 32, 0, "RETURN");
    const agree = new Set([`${HERE}.${assemble(OWNER, 5).length}`]);
    expect(bytesToWord(runCode(code, { marks, agree }).data)).toBe(0n);
  });
});

describe("hashes", () => {
  it("keeps what mappings are keyed by", () => {
    const { hashes, reads } = runCode(assemble(OWNER, 0, "MSTORE", 3, 32, "MSTORE", 64, 0, "KECCAK256 SLOAD")).seen;
    const preimage = Buffer.concat([Buffer.alloc(12), addressToBytes(OWNER), wordToBytes(3n)]);
    expect(hashes).toEqual(new Map([[hashWord(preimage), Uint8Array.from(preimage)]]));
    expect(reads.get(HERE)).toEqual(new Set(hashes.keys()));
  });
});
