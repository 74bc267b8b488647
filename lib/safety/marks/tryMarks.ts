import { type Address, concat, type Hex, numberToHex } from "viem";
import { addressOf, bytesOf, wordOf } from "@/lib/chain/evmWords";
import type { ChainView } from "@/lib/chain/openChain";
import { type Fork, openFork, settled } from "@/lib/evm/fork";
import type { BlockEnv } from "@/lib/evm/types";
import { World } from "@/lib/evm/world";
import type { Fn } from "../lab/ground";
import { CAST, type Call } from "./cast";
import { listeningToken } from "./listeningToken";
import type { Marks } from "./marks";
import { sampleArguments } from "./sampleArguments";
import { takeEther, takeOut, takeTokens } from "./takes";

const ETHER = 10n ** 18n;
const FIRST_SLOTS = 12;
const MOST_FUNCTIONS = 80;
const MOST_ACTORS = 6;
const MOST_ROUNDS = 6;
/** A round of tries may keep everybody else waiting for so long. */
const ROUND_MS = 350;

export type Suspect = { address: Address; functions: readonly Fn[]; actors: readonly Address[] };

/** Plays the drainer: what a stranger loses to this code, and what those who may have power can take with it. */
export async function tryMarks(chain: ChainView, env: BlockEnv, suspect: Suspect): Promise<Marks> {
  const fork = openFork(chain.ask, chain.block);
  const self = wordOf(suspect.address);
  fork.want(
    self,
    Array.from({ length: FIRST_SLOTS }, (_, slot) => BigInt(slot)),
  );
  let late = false;
  const { value, whole } = await settled(
    fork,
    () => {
      const until = Date.now() + ROUND_MS;
      const tried = tryAll(fork, env, suspect, until);
      late = tried.late;
      return tried.marks;
    },
    MOST_ROUNDS,
  );
  const cut = late || suspect.functions.length > MOST_FUNCTIONS;
  const why = cut ? "It has more functions than were tried in the time." : whole ? null : "It reads more of the chain than we fetch.";
  return { ...value, whole: whole && !cut, why };
}

type Tried = { marks: Omit<Marks, "whole" | "why">; late: boolean };

function tryAll(fork: Fork, env: BlockEnv, { address, functions, actors }: Suspect, until: number): Tried {
  const self = wordOf(address);
  const world = World.over(fork.source);
  world.setCode(CAST.token, listeningToken);
  world.setBalance(CAST.stranger, 100n * ETHER);
  const named = [...new Set([...actors.map(wordOf), ...namedInSlots(fork, self)])].slice(0, MOST_ACTORS);
  const stage = { world, env, self, until };
  const intakes = [takeEther(stage, null, bytesOf("0x")), ...functions.slice(0, MOST_FUNCTIONS).flatMap((fn) => payments(stage, fn))];
  const rich = world.fork();
  rich.setBalance(self, world.balance(self) + 10n * ETHER);
  const calls = functions.slice(0, MOST_FUNCTIONS).flatMap((fn) => callsOf(fn, [CAST.token, CAST.victim]));
  const everybody = [CAST.stranger, ...named];
  const outlets = everybody.flatMap((actor) => takeOut({ ...stage, world: rich }, callsTo(functions, actor), actor));
  const pulls = everybody.flatMap((actor) => takeTokens(stage, [...calls, ...pullsBy(functions, actor)], actor));
  return {
    marks: {
      intakes: intakes.filter((one) => one !== null),
      outlets: firstOfEach(outlets),
      pulls: firstOfEach(pulls),
      tried: named.map(addressOf),
    },
    late: Date.now() > until,
  };
}

function callsOf({ selector, types }: Fn, addresses: readonly bigint[]): Call[] {
  const first = numberToHex(selector, { size: 4 });
  const places = addresses.map((address) => numberToHex(address, { size: 20 }));
  return sampleArguments(types, places).map((rest) => ({ selector: first, data: bytesOf(concat([first, rest])) }));
}

function callsTo(functions: readonly Fn[], actor: bigint): Call[] {
  return functions.slice(0, MOST_FUNCTIONS).flatMap((fn) => callsOf(fn, [actor]));
}

function pullsBy(functions: readonly Fn[], actor: bigint): Call[] {
  const taking = functions.slice(0, MOST_FUNCTIONS).filter(({ types }) => types.join().includes("address"));
  return taking.flatMap((fn) => callsOf(fn, [CAST.token, CAST.victim, actor]));
}

function payments(stage: Parameters<typeof takeEther>[0], fn: Fn) {
  if (!fn.payable) return [];
  const [call] = callsOf(fn, [CAST.stranger]);
  return call ? [takeEther(stage, call.selector, call.data)] : [];
}

/** Addresses that the contract keeps in its first slots: its owner, as a rule. */
function namedInSlots(fork: Fork, self: bigint): bigint[] {
  return Array.from({ length: FIRST_SLOTS }, (_, slot) => fork.source.slot(self, BigInt(slot)) ?? 0n)
    .map((word) => BigInt.asUintN(160, word))
    .filter((word) => word > 1n << 96n);
}

/** Anybody's word counts more than somebody's, and the first somebody's is enough. */
function firstOfEach<T extends { selector: Hex }>(found: readonly T[]): T[] {
  const first = new Map<Hex, T>();
  for (const one of found) if (!first.has(one.selector)) first.set(one.selector, one);
  return [...first.values()];
}
