import type { Result } from "@/lib/evm/types";
import type { Actor } from "./findings";
import { AGREEING_CODE } from "./plants";
import type { Stage } from "./stage";

/** Calls as this actor, who may have to be let through a gate first. */
export function act(stage: Stage, actor: Actor, target: bigint, data: Uint8Array, marks?: ReadonlySet<bigint>): Result {
  dress(stage, actor);
  if (actor.agree)
    return stage.call(actor.address, target, data, { marks: new Set([...(marks ?? []), actor.address]), agree: actor.agree });
  return stage.call(actor.address, target, data, marks ? { marks } : {});
}

/** Lets an actor whom nobody knows pass the gate that was found. */
export function dress(stage: Stage, { through, list }: Actor): void {
  if (through !== undefined) stage.world.setCode(through, AGREEING_CODE);
  if (list) stage.world.setSlot(list.address, list.slot, 1n);
}
