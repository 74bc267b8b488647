import { execute, type Options } from "@/lib/evm/execute";
import type { BlockEnv, Call, EvmLog, InnerCall, Result } from "@/lib/evm/types";
import type { World } from "@/lib/evm/world";
import { calldata, wordAt } from "./bytes";
import { addressesIn } from "./preimages";
import { SEL } from "./selectors";

export type Reads = Map<bigint, Set<bigint>>;

/** So much gas has one call: ample for a swap with fees on the way, and a bound for what only wants to burn it. */
const CALL_GAS = 3_000_000;

/** A copy of the world on which something is played, and a record of all that it looked at. */
export class Stage {
  readonly reads: Reads = new Map();
  /** Every call that code made to somebody, the first thousand. */
  readonly calls: InnerCall[] = [];
  readonly logs: EvmLog[] = [];
  /** Addresses that entries belong to which were written. */
  readonly named = new Set<bigint>();
  env = 0;
  missed = false;
  unsupported = false;
  constructor(
    readonly world: World,
    readonly block: BlockEnv,
    private readonly reader: bigint,
    private readonly style: Partial<Call> = {},
  ) {}

  /** A copy of this stage, at the same moment or another. */
  fork(block: BlockEnv = this.block, style: Partial<Call> = this.style): Stage {
    return new Stage(this.world.fork(), block, this.reader, style);
  }

  /** The same world at another moment: what is done there stays in it. */
  at(block: BlockEnv): Stage {
    return new Stage(this.world, block, this.reader, this.style);
  }

  call(from: bigint, to: bigint, data: Uint8Array, over: Partial<Call> & Options = {}): Result {
    const { marks, agree, maxSteps: _, ...call } = over;
    const options = { ...(marks ? { marks } : {}), ...(agree ? { agree } : {}) };
    const result = execute(this.world, this.block, { gas: CALL_GAS, ...this.style, from, to, data, ...call }, options);
    this.note(result);
    if (result.ok) this.logs.push(...result.logs);
    return result;
  }

  /** What is logged while something is done. */
  logsOf(work: () => unknown): EvmLog[] {
    const from = this.logs.length;
    work();
    return this.logs.slice(from);
  }

  /** A look that changes nothing; null when there is no readable word. */
  read(to: bigint, selector: number, words: readonly bigint[] = [], from = this.reader): bigint | null {
    const result = this.call(from, to, calldata(selector, words), { readOnly: true, gas: 1_000_000 });
    return result.ok ? wordAt(result.data) : null;
  }

  balance(token: bigint, of: bigint): bigint | null {
    return this.read(token, SEL.balanceOf, [of]);
  }

  private note({ missed, halt, seen }: Result): void {
    if (missed) this.missed = true;
    if (halt === "unsupported") this.unsupported = true;
    this.env |= seen.env;
    for (const slots of seen.writes.values()) {
      for (const slot of slots.keys()) for (const address of addressesIn(seen.hashes.get(slot))) this.named.add(address);
    }
    if (this.calls.length < 1_000) this.calls.push(...seen.calls);
    for (const [address, slots] of seen.reads) {
      const known = this.reads.get(address);
      if (!known) this.reads.set(address, new Set(slots));
      else for (const slot of slots) known.add(slot);
    }
  }
}
