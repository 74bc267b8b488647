import { isAddress } from "viem";
import type { Check } from "../check";
import { fail, pass, payable, skipped, termsOf, unknown, warn } from "../finding";
import { knownAddress } from "../knownAddresses";
import { knownToken } from "../knownTokens";
import type { Entry } from "../types";

/** Does the money reach somebody? */
export const payTo: Check = {
  id: "pay-to",
  title: "Pays a real account",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const entries = terms.all.flatMap(({ entries }) => entries).filter((e) => e.chain?.startsWith("eip155:"));
    const main = payable(terms.all);
    if (entries.length === 0 || !main) return skipped("No entry is on a network whose accounts are known here.");
    const evidence = [...new Set(entries.map((e) => `payTo: ${e.payTo}`))].join("\n");
    for (const entry of entries) {
      const fault = faultOf(entry, facts.own);
      if (fault) return fail(fault, "Name the wallet that is to be paid, as your wallet shows its address.", { evidence });
    }
    const account = facts.chain?.payTo;
    if (!account) return unknown("The address is well formed; its chain can't be read from here.", { evidence });
    const { code, nonce, wei, tokens } = account;
    const seen = `${evidence}\ncontract: ${code}\nsent transactions: ${nonce}\nwei: ${wei}\natomic units of the token: ${tokens ?? "unknown"}`;
    if (code || nonce > 0 || wei > 0n || (tokens ?? 0n) > 0n)
      return pass(code ? "A contract, such as a smart wallet." : "It has been used.", { evidence: seen });
    return warn("It was never used on that network.", "Make sure that you hold its key: send something small from it, or to it.", {
      evidence: seen,
    });
  },
};

function faultOf({ payTo: to, asset, chain }: Entry, own: boolean): string | null {
  if (!to || !isAddress(to, { strict: false })) return "There is no address to pay.";
  // An address all in one case carries no checksum.
  const mixed = to.slice(2) !== to.slice(2).toLowerCase() && to.slice(2) !== to.slice(2).toUpperCase();
  if (mixed && !isAddress(to)) return "Its upper and lower case letters don't match: at least one character is wrong.";
  if (to.toLowerCase() === asset?.toLowerCase() || knownToken(chain, to))
    return "It is the token's own contract: what is paid there is lost.";
  return knownAddress(to, own);
}
