import type { Check } from "../check";
import { fail, pass, termsOf, unknown, warn } from "../finding";
import { knownToken, usdcOf } from "../knownTokens";

/** Is it a token that payers have? */
export const asset: Check = {
  id: "asset",
  title: "Token is one that payers hold",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const entries = terms.all.flatMap(({ entries }) => entries);
    const evidence = [
      ...new Set(entries.map((e) => `${e.network}: ${e.asset} (${knownToken(e.chain, e.asset)?.symbol ?? "not known here"})`)),
    ].join("\n");
    if (entries.length === 0) return unknown("There is no entry to read a token from.");
    if (facts.chain?.noToken) {
      return fail(
        "There is no contract at the token's address on that network.",
        "Name the token's address on the network that the entry names.",
        { evidence },
      );
    }
    const place = entries.findIndex((e) => e.scheme === "exact" && knownToken(e.chain, e.asset));
    if (place === -1) {
      const usdc = usdcOf(entries[0]?.chain ?? null);
      const mend = usdc
        ? `Offer USDC with the scheme exact: "asset": "${usdc.address}" on ${usdc.chain}.`
        : "Offer USDC on Base with the scheme exact as well.";
      return warn("No entry asks for USDC with the scheme exact on a network that is known here.", mend, { evidence });
    }
    const [first] = entries;
    if (!knownToken(first?.chain ?? null, first?.asset ?? null) || first?.scheme !== "exact") {
      return warn("It is offered, but not first; some clients look at the first entry only.", "Put exact with USDC first in accepts.", {
        evidence,
      });
    }
    return pass("USDC with the scheme exact stands first.", { evidence });
  },
};
