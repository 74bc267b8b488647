import { isAddressLike, LOW_160 } from "./bytes";
import type { Fn } from "./ground";
import type { Lab } from "./lab";
import type { Stage } from "./stage";

/** What anybody can read from the contract: who has power, and the names of its roles. */
export type Shown = {
  of: bigint;
  /** Address → the function that names it. */
  addresses: Map<bigint, number>;
  /** Answers of 32 bytes that are no address: roles go by such names. */
  names: bigint[];
  /** Questions about an address that are answered with yes or no. */
  questions: { selector: number; role: boolean }[];
};

const MOST_NAMES = 12;

/** Asks every function without arguments what it says; none of it is believed to be more than said. */
export function readShown(lab: Lab, world: Stage, functions: readonly Fn[], of = lab.ground.token): Shown {
  const stage = world.fork();
  const shown: Shown = { of, addresses: new Map(), names: [], questions: [] };
  for (const { selector, types } of functions) {
    if (types.length === 0) {
      const word = stage.read(of, selector);
      if (word === null) continue;
      if (isAddressLike(word)) shown.addresses.set(word, selector);
      else if (word > LOW_160 && shown.names.length < MOST_NAMES) shown.names.push(word);
    } else if (types.length === 1 && types[0] === "address") shown.questions.push({ selector, role: false });
    else if (types.length === 2 && types[0] !== "address" && types[1] === "address") shown.questions.push({ selector, role: true });
  }
  return shown;
}

/** How the contract itself names this address as somebody special; null where nothing does. */
export function howShown(lab: Lab, world: Stage, shown: Shown, who: bigint): number | null {
  const direct = shown.addresses.get(who);
  if (direct !== undefined) return direct;
  const stage = world.fork();
  const { reader, stranger } = lab.cast;
  const differs = (selector: number, words: (address: bigint) => bigint[]) => {
    const about = stage.read(shown.of, selector, words(who));
    if (about === null || about === 0n) return false;
    // A yes about somebody of whom the same is said of nobody else.
    return stage.read(shown.of, selector, words(reader)) === 0n && stage.read(shown.of, selector, words(stranger)) === 0n;
  };
  for (const { selector, role } of shown.questions) {
    if (selector === 0x70a08231) continue;
    if (!role && differs(selector, (address) => [address])) return selector;
    if (role && [0n, ...shown.names].some((name) => differs(selector, (address) => [name, address]))) return selector;
  }
  return null;
}
