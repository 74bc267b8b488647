import type { Half } from "./types";

export type Options = {
  /** The tool's own function instead of the paid route: quicker, for daily work. */
  engine: boolean;
  half: Half | null;
  only: string | null;
  /** Milliseconds that each request to the node takes longer. */
  latency: number;
  market: string | null;
  verbose: boolean;
  write: boolean;
  atOnce: number;
};

const USAGE =
  "npm run bench:safety -- [--engine] [--half seen|held] [--only <part of an id>] [--latency 80] [--at-once 1] [--market <file>] [--verbose] [--write]";

export function readOptions(args: readonly string[]): Options {
  const options: Options = { engine: false, half: null, only: null, latency: 0, market: null, verbose: false, write: false, atOnce: 1 };
  const rest = [...args];
  const value = (flag: string) => {
    const found = rest.shift();
    if (found === undefined) throw new Error(`${flag} needs a value.\n${USAGE}`);
    return found;
  };
  for (let flag = rest.shift(); flag !== undefined; flag = rest.shift()) {
    if (flag === "--engine") options.engine = true;
    else if (flag === "--verbose") options.verbose = true;
    else if (flag === "--write") options.write = true;
    else if (flag === "--only") options.only = value(flag);
    else if (flag === "--market") options.market = value(flag);
    else if (flag === "--latency") options.latency = count(value(flag), 10_000);
    else if (flag === "--at-once") options.atOnce = count(value(flag), 50);
    else if (flag === "--half") options.half = value(flag).startsWith("held") ? "heldout" : "seen";
    else throw new Error(`${flag} is not known here.\n${USAGE}`);
  }
  return options;
}

function count(text: string, most: number): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 0 || number > most) throw new Error(`${text} is no number up to ${most}.\n${USAGE}`);
  return number;
}
