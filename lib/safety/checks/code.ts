import type { Facts } from "../facts";
import { inHands } from "./powers";
import { powerText, powerWhere } from "./powerText";
import { type Finding, fails, passes, type Rule, unknown } from "./rule";

export const CODE_RULES: readonly Rule[] = [
  {
    id: "fixed_code",
    group: "code",
    title: "The code can't be swapped",
    failing: "the code can be swapped",
    severity: "medium",
    judge: judgeFixed,
  },
  {
    id: "code_read",
    group: "code",
    title: "The code could be read",
    failing: "the code could not be read",
    severity: "high",
    judge: ({ examined: { functions, unread, dispatches } }) => {
      if (unread > 0) return unknown("A part of the code that runs for it could not be taken apart.");
      if (!dispatches) return unknown("How the code tells its functions apart could not be read.");
      return passes(`${functions} functions were found in the bytecode that runs for it.`);
    },
  },
  {
    id: "contract",
    group: "code",
    title: "It is a contract, not a person's account",
    failing: "it is a person's account that borrows its code",
    severity: "critical",
    judge: ({ proxy: { kind, implementation } }) => {
      if (kind !== "eip7702") return passes("The address holds its own code.");
      return fails("An account with delegated code (EIP-7702): whoever has its key can give it other code at any time.", {
        ...(implementation ? { address: implementation } : {}),
      });
    },
  },
];

/** By trying first; by the slots of the standards where nobody who could do it was found. */
function judgeFixed(facts: Facts): Finding {
  const power = facts.examined.powers.find((one) => one.harm === "upgrade" && inHands(facts, one));
  if (power) return { ...fails(powerText(facts, power), powerWhere(power)), survives: power.survives };
  const { kind, admin, slot, implementation } = facts.proxy;
  const where = { ...(slot ? { slot } : {}), ...(admin ? { address: admin } : {}) };
  const keyless = admin !== null && facts.authorities.get(admin.toLowerCase())?.kind === "nobody";
  switch (kind) {
    case "eip7702":
      return fails("The account's key decides which code it runs.", implementation ? { address: implementation } : {});
    case "beacon":
    case "eip1967":
      if (admin && !keyless) {
        return {
          ...fails(`A proxy: ${kind === "beacon" ? "the beacon's owner" : "its admin"} can put other code behind it.`, where),
          survives: true,
        };
      }
      return facts.examined.powersWhole
        ? passes("A proxy; nobody was found who can put other code behind it.", where)
        : unknown("A proxy, and not every function could be tried.", where);
    case "diamond":
    case "unknown":
      return facts.examined.powersWhole && facts.examined.paths.codes.length > 0
        ? passes("Other code runs in its name, and nobody was found who can change which.")
        : unknown("It runs other code by delegatecall, and where that code lives follows no standard.", slot ? { slot } : {});
    case "minimal":
      return passes("A minimal proxy: the address of its code is part of its own code.", implementation ? { address: implementation } : {});
    case "none":
      return passes("No proxy.");
  }
}
