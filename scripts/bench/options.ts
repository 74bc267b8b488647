import { MODES, type Mode, SIDES, type SideName } from "./types";

export type Options = { sides: SideName[]; modes: Mode[]; concurrency: Record<Mode, number[]>; seconds: Record<Mode, number> };

const CONCURRENCY: Record<Mode, number[]> = { automine: [1, 10, 50, 200, 1_000], blocks: [1, 10, 50, 200, 1_000, 2_000] };
export const USAGE = `npm run bench -- [--quick] [--side ${SIDES.join("|")}] [--mode ${MODES.join("|")}] [--concurrency 1,200]`;

/** Reads the command line; throws with what is wrong and how it is written. */
export function readOptions(args: string[]): Options {
  const options: Options = {
    sides: [...SIDES],
    modes: [...MODES],
    concurrency: CONCURRENCY,
    // Blocks: the calls of the fifth block are the last to start, so that five whole blocks are measured.
    seconds: { automine: 5, blocks: 9 },
  };
  const rest = [...args];
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === "--quick") {
      Object.assign(options, { sides: ["coinslot", "express"], modes: ["automine"] });
      options.concurrency = both([1, 50, 200]);
      options.seconds = { ...options.seconds, automine: 4 };
    } else if (flag === "--side") options.sides = choose(rest.shift(), SIDES, flag);
    else if (flag === "--mode") options.modes = choose(rest.shift(), MODES, flag);
    else if (flag === "--concurrency") options.concurrency = both(numbers(rest.shift()));
    else throw new Error(`${flag} is not known here.\n${USAGE}`);
  }
  return options;
}

const both = (list: number[]): Record<Mode, number[]> => ({ automine: list, blocks: list });

function choose<T extends string>(text: string | undefined, known: readonly T[], flag: string): T[] {
  const chosen = (text ?? "").split(",").map((name) => known.find((k) => k === name));
  if (chosen.some((name) => name === undefined)) throw new Error(`${flag} takes ${known.join(", ")}.\n${USAGE}`);
  return chosen as T[];
}

function numbers(text: string | undefined): number[] {
  const list = (text ?? "").split(",").map(Number);
  if (list.some((n) => !Number.isInteger(n) || n < 1 || n > 5_000)) {
    throw new Error(`--concurrency takes numbers from 1 to 5000, separated by commas.\n${USAGE}`);
  }
  return list;
}
