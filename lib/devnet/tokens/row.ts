import type { Behaviour } from "./behaviours";
import type { Deserved, Row } from "./types";

type More = Partial<Omit<Row, "id" | "behaviour" | "contract" | "deserves" | "names">> & { as?: string };

/** A contract that deserves `avoid`; of these checks at least one should fail. */
export function avoid(behaviour: Behaviour, contract: string, names: readonly string[], more: More = {}): Row {
  return rowOf("avoid", behaviour, contract, names, more);
}

export function caution(behaviour: Behaviour, contract: string, names: readonly string[], more: More = {}): Row {
  return rowOf("caution", behaviour, contract, names, more);
}

export function ok(behaviour: Behaviour, contract: string, more: More = {}): Row {
  return rowOf("ok", behaviour, contract, [], more);
}

/** `as` tells rows apart that share a contract and differ in how it is set up. */
function rowOf(deserves: Deserved, behaviour: Behaviour, contract: string, names: readonly string[], { as, ...more }: More): Row {
  return { ...more, id: `${behaviour}/${as ?? contract}`, behaviour, contract, deserves, names };
}
