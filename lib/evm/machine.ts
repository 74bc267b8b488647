import type { Frame } from "./frame";
import { OUT_OF_STEPS } from "./halt";
import { State } from "./state";
import type { BlockEnv, Call, InnerCall } from "./types";
import type { Watch } from "./watch";
import type { World } from "./world";

const MOST_CALLS = 4_096;

/** What all frames of one top-level call share. */
export class Machine {
  readonly state: State;
  readonly stack: bigint[] = [];
  readonly calls: InnerCall[] = [];
  readonly asked = new Set<bigint>();
  readonly origin: bigint;
  readonly gasPrice: bigint;
  env = 0;
  /** The call that a frame has just made. */
  entered: Frame | null = null;

  constructor(
    world: World,
    readonly block: BlockEnv,
    call: Call,
    readonly watch: Watch,
    public stepsLeft: number,
  ) {
    this.state = new State(world);
    this.origin = call.origin ?? call.from;
    this.gasPrice = call.gasPrice ?? block.baseFee + 1_000_000n;
  }

  /** Work that takes longer than its gas says counts as instructions (of some 0.1 µs), so that no call holds the machine for long. */
  spend(steps: number): void {
    this.stepsLeft -= steps;
    if (this.stepsLeft < 0) throw OUT_OF_STEPS;
  }

  note(call: InnerCall): InnerCall {
    if (this.calls.length < MOST_CALLS) this.calls.push(call);
    return call;
  }
}
