import { assemble } from "./assemble";

/** Numbers by a seed (mulberry32), so that a program that failed can be looked at again. */
function dice(seed: number): Dice {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, pick: (list) => list[below(list.length)] as never };
}

type Dice = { below: (limit: number) => number; pick: <T>(list: readonly T[]) => T };
type Part = string | bigint | Uint8Array;

const EDGES = [
  0n,
  1n,
  2n,
  3n,
  31n,
  32n,
  33n,
  255n,
  256n,
  257n,
  1n << 64n,
  (1n << 128n) - 1n,
  (1n << 160n) - 1n,
  1n << 255n,
  (1n << 255n) - 1n,
];
const ONE = ["NOT", "ISZERO", "CLZ", "CALLDATALOAD"];
const TWO = "ADD MUL SUB DIV SDIV MOD SMOD EXP SIGNEXTEND LT GT SLT SGT EQ AND OR XOR BYTE SHL SHR SAR ADD SUB".split(" ");
const THREE = ["ADDMOD", "MULMOD"];
const NONE =
  "ADDRESS ORIGIN CALLER CALLVALUE CALLDATASIZE CODESIZE GASPRICE RETURNDATASIZE COINBASE TIMESTAMP NUMBER PREVRANDAO GASLIMIT CHAINID SELFBALANCE BASEFEE BLOBBASEFEE PC MSIZE GAS".split(
    " ",
  );
const CALLS = ["CALL", "CALL", "CALLCODE", "DELEGATECALL", "STATICCALL"];

const INIT = [
  assemble(0n, "MSTORE8", 2n, 0n, "RETURN"),
  assemble("ADDRESS", "SELFDESTRUCT"),
  assemble(7n, 0n, "SSTORE", 3n, "CALLER", "SELFDESTRUCT"),
  assemble(0n, "SLOAD", 1n, "ADD", 0n, "SSTORE", 0x5bn, 0n, "MSTORE8", 40n, 0n, "RETURN"),
  assemble(32n, 0n, "REVERT"),
  assemble(0xefn, 0n, "MSTORE8", 1n, 0n, "RETURN"),
  assemble(30_000n, 0n, "RETURN"),
  assemble("INVALID"),
];
/** What was made is called at times, and its traces are looked at. */
const AFTER_CREATE: Part[][] = [
  [],
  ["DUP1 EXTCODEHASH"],
  ["DUP1 EXTCODESIZE"],
  ["DUP1 BALANCE"],
  [0n, 0n, 0n, 0n, 0n, "DUP6", 30_000n, "CALL"],
];

/** Makes programs that mostly run to their end, and sometimes break every rule. `others`: whom they may call. */
export class Programs {
  readonly #roll: Dice;

  constructor(
    seed: number,
    readonly others: readonly bigint[],
  ) {
    this.#roll = dice(seed);
  }

  next(): Uint8Array {
    const setUp = assemble(this.#word(), this.#word(), this.#word(), this.#word());
    return Buffer.concat([setUp, this.#block(0, 3 + this.#roll.below(25)), assemble("MSIZE", 0n, "RETURN")]);
  }

  #block(depth: number, count: number): Uint8Array {
    const parts: Part[] = [];
    for (let n = 0; n < count; n++) parts.push(...this.#piece(depth));
    return assemble(...parts);
  }

  #piece(depth: number): Part[] {
    const kind = this.#roll.below(100);
    if (kind < 35) return this.#calculation(kind);
    if (kind < 76) return this.#access(kind);
    if (kind < 84) return this.#call();
    if (kind < 87) return this.#create();
    if (kind < 92) return depth > 2 ? ["GAS"] : this.#branch(depth);
    if (kind < 96) return depth > 1 ? ["MSIZE"] : this.#loop(depth);
    if (kind < 97) return this.#end();
    return this.#roll.below(4) === 0 ? [Uint8Array.of(this.#roll.below(256))] : ["GAS"];
  }

  #calculation(kind: number): Part[] {
    const { pick } = this.#roll;
    if (kind < 14) return [this.#word(), this.#word(), pick(TWO)];
    if (kind < 20) return [this.#word(), pick(TWO)];
    if (kind < 25) return [this.#word(), pick(ONE)];
    if (kind < 29) return [this.#word(), this.#word(), this.#word(), pick(THREE)];
    return [pick(NONE)];
  }

  #access(kind: number): Part[] {
    const { below, pick } = this.#roll;
    if (kind < 41) return [this.#word(), this.#small(500), pick(["MSTORE", "MSTORE8"])];
    if (kind < 44) return [this.#small(500), "MLOAD"];
    if (kind < 51) return [below(3) === 0 ? this.#word() : this.#small(2), this.#small(8), pick(["SSTORE", "SSTORE", "TSTORE"])];
    if (kind < 56) return [this.#small(8), pick(["SLOAD", "TLOAD"])];
    if (kind < 59) return [this.#small(200), this.#small(200), "KECCAK256"];
    if (kind < 62) return [this.#small(100), this.#small(300), this.#small(300), pick(["CALLDATACOPY", "CODECOPY", "MCOPY"])];
    if (kind < 63) return [this.#small(100), this.#small(100), this.#small(300), this.#target(), "EXTCODECOPY"];
    if (kind < 64) return [this.#small(10), this.#small(10), this.#small(300), "RETURNDATACOPY"];
    if (kind < 67) return [this.#target(), pick(["BALANCE", "EXTCODESIZE", "EXTCODEHASH"])];
    if (kind < 68) return ["NUMBER", this.#small(5), "SWAP1 SUB BLOCKHASH"];
    if (kind < 70) return [this.#word(), this.#word(), this.#word(), this.#word(), this.#small(100), this.#small(100), `LOG${below(5)}`];
    return [`${pick(["DUP", "SWAP"])}${1 + below(below(10) === 0 ? 16 : 4)}`];
  }

  #call(): Part[] {
    const { below, pick } = this.#roll;
    const kind = pick(CALLS);
    const value = kind === "CALL" || kind === "CALLCODE" ? [below(3) === 0 ? this.#small(5) : 0n] : [];
    const gas = pick([30n, 2_500n, 20_000n, 60_000n, 1n << 200n]);
    return [this.#small(100), this.#small(300), this.#small(100), this.#small(300), ...value, this.#target(), gas, kind];
  }

  #create(): Part[] {
    const { below, pick } = this.#roll;
    const code = pick(INIT);
    const place = BigInt(`0x${Buffer.from(code).toString("hex").padEnd(64, "0")}`);
    const asked: Part[] = [BigInt(code.length), 0n, below(3) === 0 ? this.#small(5) : 0n];
    const made: Part[] = below(2) === 0 ? [...asked, "CREATE"] : [this.#small(3), ...asked, "CREATE2"];
    return [place, 0n, "MSTORE", ...made, ...pick(AFTER_CREATE)];
  }

  /** Places are told from PC, so that blocks can lie anywhere: here PC, ADD, JUMPI and the block come before the target. */
  #branch(depth: number): Part[] {
    const inner = this.#block(depth + 1, 1 + this.#roll.below(4));
    return [this.#word(), BigInt(inner.length + 3), "PC ADD JUMPI", inner, "JUMPDEST"];
  }

  #loop(depth: number): Part[] {
    const inner = this.#block(depth + 1, 1 + this.#roll.below(3));
    const back = inner.length + 8;
    const body = assemble("JUMPDEST", inner, 1n, "SWAP1 SUB DUP1", BigInt(back < 256 ? back : back + 1), "PC SUB JUMPI");
    return [BigInt(1 + this.#roll.below(4)), body, "POP"];
  }

  #end(): Part[] {
    return this.#roll.pick<Part[]>([
      ["STOP"],
      [this.#small(200), this.#small(200), "RETURN"],
      [this.#small(100), this.#small(100), "REVERT"],
      ["INVALID"],
      [this.#target(), "SELFDESTRUCT"],
    ]);
  }

  #word(): bigint {
    const { below, pick } = this.#roll;
    const kind = below(10);
    if (kind < 4) return BigInt(below(300));
    if (kind < 8) return pick([...EDGES, (1n << 256n) - BigInt(1 + below(300))]);
    let random = 0n;
    for (let n = 1 + below(8); n > 0; n--) random = (random << 32n) | BigInt(below(2 ** 32));
    return random;
  }

  /** Nearly always below a limit. */
  #small(limit: number): bigint {
    return this.#roll.below(60) === 0 ? this.#word() : BigInt(this.#roll.below(limit));
  }

  #target(): bigint {
    return this.#roll.below(12) === 0 ? this.#word() & ((1n << 160n) - 1n) : this.#roll.pick(this.others);
  }
}
