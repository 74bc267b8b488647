import type { Facts } from "../facts";
import { type Finding, fails, passes, type Rule, unknown } from "./rule";

export const proxy: Rule = {
  id: "fixed_code",
  title: "The code can't be swapped",
  failing: "the code can be swapped",
  severity: "medium",
  judge: (facts) => {
    const { kind, implementation, slot } = facts.proxy;
    switch (kind) {
      case "eip1967":
      case "beacon":
        return swappable(facts);
      case "minimal":
        if (!facts.code.read || facts.code.delegatecall) return ownCode(facts);
        return passes(
          "A minimal proxy: the address of its code is part of its own code.",
          implementation ? { address: implementation } : {},
        );
      case "eip7702":
        return fails("The account's key decides which code it runs.", implementation ? { address: implementation } : {});
      case "unknown":
        return unknown("It runs other code by delegatecall, and where that code lives follows no standard.", slot ? { slot } : {});
      case "none":
        return ownCode(facts);
    }
  },
};

function swappable({ proxy: { kind, admin, slot }, powers, owner }: Facts): Finding {
  const where = { ...(slot ? { slot } : {}), ...(admin ? { address: admin } : {}) };
  if (admin) {
    const who = kind === "beacon" ? "the beacon's owner" : "its admin";
    return { ...fails(`A proxy: ${who} can put other code behind it.`, where), survives: true };
  }
  const upgrade = powers.find((power) => power.kind === "upgrade");
  if (!upgrade) return unknown("A proxy without an admin slot; no function known to swap its code was found.", where);
  if (upgrade.gate === "owner" && owner.kind === "renounced") return passes("A proxy that upgrades itself, and its owner is gone.", where);
  return {
    ...fails("A proxy that upgrades itself.", { ...where, selector: upgrade.selector }),
    survives: upgrade.gate === "owner" ? false : null,
  };
}

function ownCode({ code }: Facts): Finding {
  if (!code.read) return unknown(code.why);
  return code.delegatecall
    ? unknown("It can run other code by delegatecall; whose could not be told.")
    : passes("No proxy, and no delegatecall in the code.");
}
