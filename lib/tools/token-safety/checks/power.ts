import type { Facts, Power } from "../facts";
import type { PowerClass } from "../power-names";
import { type Finding, fails, passes, unknown } from "./rule";

/**
 * Judges a class of powers. A function alone proves nothing: somebody must be left to call it. With a
 * live owner it fails; behind an owner that is gone it passes; and when the code asks for somebody
 * else, or nothing that we can see, it stays unknown.
 */
export function judgePower(kind: PowerClass, { code, powers, owner }: Facts, absent: string): Finding {
  if (!code.read) return unknown(code.why);
  const found = powers.filter((power) => power.kind === kind);
  const [first] = found;
  if (!first) return passes(absent);

  const live = owner.kind === "account" || owner.kind === "contract";
  if (live) {
    const power = found.find((p) => p.gate === "owner") ?? first;
    const who = power.gate === "owner" ? "asks for the owner" : "asks for somebody other than the owner, or for nobody that we can see";
    const where = { selector: power.selector, ...(power.gate === "owner" && owner.address ? { address: owner.address } : {}) };
    return { ...fails(`${named(power)} is in the code and ${who}.`, where), survives: survives(power) };
  }
  const open = found.find((power) => power.gate !== "owner");
  if (!open && owner.kind === "renounced") {
    return passes(`${named(first)} is in the code, but only the owner could call it, and there is none any more.`, {
      selector: first.selector,
    });
  }
  const power = open ?? first;
  return {
    ...unknown(`${named(power)} is in the code; who may call it could not be told.`, { selector: power.selector }),
    survives: survives(power),
  };
}

function named({ signature, selector, kind }: Power): string {
  if (signature) return signature;
  return kind === "rules" ? `A function (${selector}) that sets what transfers look at` : `A function (${selector}) that writes balances`;
}

function survives({ gate }: Power): boolean | null {
  return { owner: false, other: true, unknown: null }[gate];
}
