import type { Facts } from "../facts";
import type { Harm, Power } from "../lab/findings";
import { powerText, powerWhere } from "./powerText";
import { type Finding, fails, passes, type Rule, type Severity, unknown } from "./rule";

/** A tax that can be raised above this has no bound worth the name. */
export const BOUNDED_BPS = 3_500;

type PowerRule = Omit<Rule, "group" | "judge"> & {
  harms: readonly Harm[];
  absent: string;
  weigh?: (facts: Facts, power: Power) => Severity;
};

const RANK: readonly Severity[] = ["info", "low", "medium", "high", "critical"];

/** Every power, with what it weighs: usual ones in the open mean caution, those without an honest use mean avoid. */
export const POWER_TABLE: readonly PowerRule[] = [
  {
    id: "pause",
    harms: ["pause"],
    title: "Nobody can stop it for everybody",
    failing: "somebody can stop all transfers",
    severity: "medium",
    absent: "No call was found that stops sales or transfers for everybody.",
  },
  {
    id: "freeze",
    harms: ["freeze"],
    title: "Nobody can block a single holder",
    failing: "somebody can block single holders",
    severity: "medium",
    absent: "No call was found that keeps one holder from selling.",
  },
  {
    id: "gate",
    harms: ["gate"],
    title: "Nobody can close the way out and keep it open for themselves",
    failing: "somebody can close the way out for everybody else",
    severity: "high",
    absent: "No call was found after which some can sell and others can't.",
  },
  {
    id: "limits",
    harms: ["limits"],
    title: "Nobody can limit sales to next to nothing",
    failing: "somebody can limit how much may be sold",
    severity: "medium",
    absent: "No call was found that limits sales to next to nothing.",
  },
  {
    id: "tax_power",
    harms: ["tax_power"],
    title: "Nobody can raise the tax",
    failing: "somebody can raise the tax",
    severity: "high",
    absent: "No call was found that raises a tax.",
    weigh: (_, { mostBps }) => (mostBps !== null && mostBps <= BOUNDED_BPS ? "medium" : "high"),
  },
  {
    id: "tax_targeted",
    harms: ["tax_targeted"],
    title: "Nobody can tax single holders",
    failing: "somebody can tax single holders",
    severity: "high",
    absent: "No call was found that taxes one holder and no other.",
  },
  {
    id: "mint",
    harms: ["mint"],
    title: "The supply can't grow",
    failing: "more of it can be made",
    severity: "medium",
    absent: "No call was found that makes new tokens.",
    weigh: (_, { actor }) => (actor.known === "stranger" ? "high" : "medium"),
  },
  {
    id: "hidden_mint",
    harms: ["hidden_mint"],
    title: "No tokens can be made that the supply does not show",
    failing: "tokens can be made that the supply does not show",
    severity: "high",
    absent: "No call was found that adds to a balance and not to the supply.",
  },
  {
    id: "seize",
    harms: ["seize"],
    title: "Nobody can take, burn or overwrite what others hold",
    failing: "somebody can take what others hold",
    severity: "high",
    absent: "No call was found that lowers a holder's balance, or lets somebody spend it, without the holder.",
    weigh: (facts, power) => (byContract(facts, power) ? "medium" : "high"),
  },
  {
    id: "rebase",
    harms: ["rebase"],
    title: "Nobody can change all balances at once",
    failing: "somebody can change all balances at once",
    severity: "medium",
    absent: "No call was found that changes every balance.",
    weigh: (_, { actor }) => (actor.known === "stranger" ? "low" : "medium"),
  },
  {
    id: "code_swap",
    harms: ["code_swap"],
    title: "No foreign code runs in its name",
    failing: "somebody can make it run other code",
    severity: "high",
    absent: "No call was found that makes the token run code of the caller's choice.",
  },
  {
    id: "destroy",
    harms: ["destroy"],
    title: "Nobody can destroy it",
    failing: "somebody can destroy it",
    severity: "high",
    absent: "No call was found that destroys the contract.",
  },
  {
    id: "books",
    harms: ["decimals", "supply", "take_over"],
    title: "Nobody can change what it says of itself",
    failing: "somebody can change what it says of itself",
    severity: "high",
    absent: "No call was found that changes its decimals, or makes a stranger its owner.",
  },
];

export const POWER_RULES: readonly Rule[] = POWER_TABLE.map(({ id, title, failing, severity, harms, absent, weigh }) => ({
  id,
  group: "powers",
  title,
  failing,
  severity,
  judge: (facts) => judgePowers(facts, harms, absent, severity, weigh),
}));

function judgePowers(facts: Facts, harms: readonly Harm[], absent: string, severity: Severity, weigh?: PowerRule["weigh"]): Finding {
  const { powers, powersWhole } = facts.examined;
  const found = powers.filter((power) => harms.includes(power.harm) && inHands(facts, power));
  const weighed = found.map((power) => ({ power, weight: weigh?.(facts, power) ?? severity }));
  const [worst] = weighed.sort((a, b) => RANK.indexOf(b.weight) - RANK.indexOf(a.weight));
  if (worst)
    return { ...fails(powerText(facts, worst.power), powerWhere(worst.power)), severity: worst.weight, survives: worst.power.survives };
  const open = powers.find((power) => harms.includes(power.harm) && !nobodyHas(facts, power));
  if (open) return { ...unknown(`${powerText(facts, open)} Who that is could not be told.`, powerWhere(open)), survives: open.survives };
  if (!facts.examined.dispatches) return unknown("How the code tells its functions apart could not be read.");
  if (!powersWhole) return unknown("Not every function could be tried to the end.");
  return passes(absent);
}

/** Somebody whom we can name has it, or anybody does. */
export function inHands({ authorities }: Facts, { actor, holders }: Power): boolean {
  if (actor.known === "stranger") return true;
  if (actor.known === "unnamed") return true;
  return holders.some((holder) => authorities.get(`0x${holder.toString(16).padStart(40, "0")}`)?.kind !== "nobody");
}

/** It takes somebody on a list that anybody can read; all of the token's logs were read, and nobody in them is on it. */
function nobodyHas({ examined }: Facts, { actor, holders, listShown }: Power): boolean {
  if (holders.length > 0) return true;
  return actor.known === "listed" && listShown === true && examined.seenAll;
}

function byContract({ authorities }: Facts, { actor, holders }: Power): boolean {
  if (actor.known === "stranger" || holders.length === 0) return false;
  return holders.every((holder) => {
    const kind = authorities.get(`0x${holder.toString(16).padStart(40, "0")}`)?.kind;
    return kind === "contract" || kind === "governance" || kind === "timelock";
  });
}
