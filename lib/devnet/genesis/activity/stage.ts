import type { Address } from "viem";
import type { SampleToken } from "../../../env";
import type { CompiledContracts } from "../../compileContracts";
import type { Bench } from "../bench";
import type { Cast } from "./cast";
import type { Market } from "./dealings";
import type { Seeded } from "./seeded";
import type { Act } from "./timeline";

/** What everybody who writes a part of the history works with. */
export type Stage = {
  rpcUrl: string;
  /** Seconds since 1970 at which the history begins. */
  start: number;
  maker: Bench;
  cast: Cast;
  contracts: CompiledContracts;
  chance: Seeded;
  /** The samples that were there before. */
  sample: (name: string) => Address;
  /** Filled while the history is played: what stands where, by a name of ours, and what can be traded. */
  found: Map<string, Address>;
  markets: Market[];
  /** Tokens that are made here to be tried on. */
  tokens: SampleToken[];
};

/** A part of the history: what happens when. Written down before anything has happened. */
export type Chapter = (stage: Stage) => Act[];

export function at(stage: Stage, name: string): Address {
  const address = stage.found.get(name);
  if (!address) throw new Error(`Nothing called "${name}" stands on the local chain yet.`);
  return address;
}
