import { type Hex, numberToHex } from "viem";
import type { Funding } from "./scenario";

/** The state that the actors start from, as nodes take it. */
export function overrides(actors: readonly Funding[], code?: Hex) {
  const state: Record<string, { balance?: Hex; code?: Hex; stateDiff?: Record<Hex, Hex> }> = {};
  for (const actor of actors) {
    state[actor.address] = { balance: numberToHex(actor.ether), ...(code ? { code } : {}) };
    for (const { token, slot, value } of actor.storage) {
      const entry = state[token] ?? {};
      state[token] = { ...entry, stateDiff: { ...entry.stateDiff, [slot]: value } };
    }
  }
  return state;
}
