import type { Facts } from "../facts";
import { addressHex, selectorHex } from "../lab/bytes";
import type { Power } from "../lab/findings";

/** "Calling 0x8f70ccf7(false) as its owner 0x… makes every sale fail." */
export function powerText(facts: Facts, power: Power): string {
  const where = power.target === BigInt(facts.token) ? "" : ` on ${addressHex(power.target)}, which transfers ask,`;
  const wait = power.after > 0 ? `, ${Math.round(power.after / 86_400)} days from now,` : "";
  return `Calling ${power.call}${where} as ${actorText(power)}${wait} ${power.effect}.`;
}

export function actorText({ actor, holders }: Power): string {
  const [holder] = holders;
  switch (actor.known) {
    case "stranger":
      return "anybody";
    case "listed":
      return holder === undefined ? "somebody on a list of the contract's" : `somebody whom ${addressHex(holder)} can put on a list`;
    case "unnamed":
      return "somebody whom the code knows by a hash only";
    case "through":
      return `whoever ${addressHex(actor.through ?? 0n)} lets`;
    case "owner":
      return `its owner ${addressHex(actor.address)}`;
    case "admin":
      return `its proxy's admin ${addressHex(actor.address)}`;
    case "creator":
      return `its creator ${addressHex(actor.address)}`;
    default:
      return addressHex(actor.address);
  }
}

/** Where the evidence of a power was found. */
export function powerWhere({ fn, holders }: Power): { selector: string; address?: string } {
  const [holder] = holders;
  return { selector: selectorHex(fn.selector), ...(holder === undefined ? {} : { address: addressHex(holder) }) };
}
