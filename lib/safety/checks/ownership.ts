import type { Facts } from "../facts";
import { addressHex, selectorHex } from "../lab/bytes";
import type { Power } from "../lab/findings";
import { inHands, POWER_TABLE } from "./powers";
import { powerText, powerWhere } from "./powerText";
import { type Finding, fails, needless, passes, type Rule, unknown } from "./rule";

/** Powers that do no harm by themselves when they are hidden. */
const HARMLESS = new Set(["supply", "events"]);

export const OWNERSHIP_RULES: readonly Rule[] = [
  {
    id: "hidden_owner",
    group: "ownership",
    title: "Whoever has power is shown",
    failing: "somebody has power whom the contract does not show",
    severity: "high",
    judge: judgeHidden,
  },
  {
    id: "renounce",
    group: "ownership",
    title: "Giving up ownership ends the owner's powers",
    failing: "ownership is given up in name only",
    severity: "high",
    judge: judgeRenounce,
  },
  {
    id: "ownership",
    group: "ownership",
    title: "Nobody owns it",
    failing: "it has an owner",
    severity: "low",
    judge: ({ owner, authorities }) => {
      const where = owner.address ? { address: owner.address } : {};
      if (owner.kind === "renounced") return passes("The owner is an address without a key.", where);
      if (owner.kind === "none") return passes("No owner() in it.");
      if (owner.kind === "unknown") return unknown("Who owns it could not be told.");
      const known = owner.address && authorities.get(owner.address.toLowerCase());
      return fails(`The owner is ${kindText(known ? known.kind : owner.kind)}${known?.detail ? ` (${known.detail})` : ""}.`, where);
    },
  },
];

/** A power that nobody can read from the contract: not owner(), no other function, no list that answers. */
function judgeHidden(facts: Facts): Finding {
  const { powers, shown } = facts.examined;
  const admin = facts.proxy.admin ? BigInt(facts.proxy.admin) : null;
  const hidden = powers.find(
    (power) =>
      !HARMLESS.has(power.harm) &&
      power.actor.known !== "stranger" &&
      inHands(facts, power) &&
      (power.actor.known === "unnamed" || power.holders.length > 0) &&
      power.holders.every((holder) => shown.get(holder) === null && holder !== admin && !isContract(facts, holder)),
  );
  if (hidden)
    return {
      ...fails(`${powerText(facts, hidden)} Nothing in the contract shows that address.`, powerWhere(hidden)),
      survives: hidden.survives,
    };
  if (powers.length === 0)
    return facts.examined.powersWhole
      ? passes("Nobody was found to have power.")
      : unknown("Not every function could be tried to the end.");
  return passes("Everybody who turned out to have power can be read from the contract.");
}

function judgeRenounce(facts: Facts): Finding {
  const { renounced, powers } = facts.examined;
  const harmful = powers.filter((power) => weighs(power) && power.actor.known !== "stranger" && inHands(facts, power));
  if (renounced.possible === null) return needless("It has no owner who could give up.");
  if (renounced.reclaim && (harmful.length > 0 || renounced.already)) {
    const { selector, by, after } = renounced.reclaim;
    const when = after > 0 ? ", after some time," : "";
    const text = `After ownership was given up, calling ${selectorHex(selector)} as ${addressHex(by)}${when} makes somebody the owner again.`;
    return fails(text, { selector: selectorHex(selector), address: addressHex(by) });
  }
  if (renounced.possible === false) {
    return harmful.length > 0 ? needless("The owner can't give up.") : passes("The owner has no power over holders.");
  }
  const owner = facts.owner.address ? BigInt(facts.owner.address) : null;
  const kept = harmful.find(
    (power) => power.survives === true && power.shownAfter === false && (renounced.already || power.holders.includes(owner ?? -1n)),
  );
  if (kept) return { ...fails(`${powerText(facts, kept)} That works although ownership was given up.`, powerWhere(kept)), survives: true };
  return passes(
    renounced.already ? "Nobody owns it, and nobody can become its owner again." : "After it is given up, the owner's powers are gone.",
  );
}

function weighs({ harm }: Power): boolean {
  return POWER_TABLE.some(({ harms, severity }) => harms.includes(harm) && severity !== "low");
}

function isContract({ authorities }: Facts, holder: bigint): boolean {
  const kind = authorities.get(`0x${holder.toString(16).padStart(40, "0")}`)?.kind;
  return kind === "contract" && BigInt(holder) >> 32n === 0x4200000000000000000000000000000000000000n >> 32n;
}

function kindText(kind: string): string {
  const words: Record<string, string> = {
    nobody: "an address without a key",
    key: "a plain key",
    account: "an account with a key",
    delegated_key: "a plain key whose account runs code",
    multisig: "a multi-signature",
    timelock: "a timelock",
    governance: "a governance contract",
    contract: "a contract",
  };
  return words[kind] ?? "somebody who could not be told";
}
