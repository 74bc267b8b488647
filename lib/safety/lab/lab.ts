import type { KnownState } from "@/lib/evm/knownState";
import type { BlockEnv } from "@/lib/evm/types";
import { World } from "@/lib/evm/world";
import { type Cast, newCast } from "./cast";
import type { Ground, Questions } from "./ground";
import { Stage } from "./stage";

/** How often the missing pieces of the chain are asked for before a trial is given up. */
const MOST_ROUNDS = 14;

/** Something to be tried; true when all that it looked at was known. It is tried again until it is. */
export type Task = () => boolean;

/** Where a token is tried: the chain as far as it is known, the people who act, and the way to ask for more. */
export class Lab {
  readonly cast: Cast;
  readonly root: World;
  rounds = 0;
  constructor(
    readonly ground: Ground,
    readonly state: KnownState,
    readonly questions: Questions,
    random: () => bigint,
  ) {
    this.cast = newCast(random);
    this.root = World.over(state);
  }

  stage(world: World, at: Moment): Stage {
    return new Stage(world.fork(), moment(this.ground.block, at), this.cast.reader);
  }

  /** Runs every task until all are whole; false when some are not after all rounds. */
  async sweep(tasks: readonly Task[]): Promise<boolean> {
    let open = [...tasks];
    for (let round = 0; round < MOST_ROUNDS; round++) {
      open = open.filter((task) => !task());
      if (open.length === 0) return true;
      if (!(await this.fill())) return false;
    }
    return false;
  }

  /** Fetches what was missed; false when there was nothing to fetch. */
  private async fill(): Promise<boolean> {
    if (this.state.wanting === 0) return false;
    this.rounds += 1;
    this.state.learn(await this.questions.state(this.state.take()));
    return true;
  }
}

/** So many blocks and seconds after the block that the token is judged at. */
export type Moment = { blocks: number; seconds: number };

/** The purchase. */
export const NOW: Moment = { blocks: 1, seconds: 2 };
export const NEXT: Moment = { blocks: 2, seconds: 14 };
/** A day after it, when waiting times are over: part of what was bought is passed on, and powers are tried. */
export const SETTLED: Moment = { blocks: 43_201, seconds: 86_414 };
/** What holders can do a moment after somebody used a power. */
export const AFTERWARDS: Moment = { blocks: 43_203, seconds: 86_430 };
export const MUCH_LATER: Moment = { blocks: 18_000_000, seconds: 401 * 86_400 };

export function moment(block: BlockEnv, { blocks, seconds }: Moment): BlockEnv {
  return { ...block, number: block.number + BigInt(blocks), timestamp: block.timestamp + BigInt(seconds) };
}

/** The same, so many seconds later. */
export function postpone({ blocks, seconds }: Moment, by: number): Moment {
  return { blocks: blocks + Math.floor(by / 2), seconds: seconds + by };
}
