import type { Check } from "../check";
import { fail, pass, skipped, termsOf } from "../finding";
import type { Entry } from "../types";

const FIELDS = ["chain", "atomic", "asset", "payTo"] as const;
const NAMES = { chain: "network", atomic: "amount", asset: "asset", payTo: "payTo" } as const;

/** Does everybody pay the same, whichever version they speak? */
export const versionsAgree: Check = {
  id: "versions-agree",
  title: "Both versions ask for the same",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const [two, one] = terms.all;
    if (!one) return skipped(`Only version ${two.x402Version} is spoken.`);
    const theirs = one.entries[0];
    if (!theirs) return skipped("Version 1 offers no way to pay.");
    const differences = two.entries.map((entry) => FIELDS.filter((field) => !same(entry[field], theirs[field])));
    const evidence = `v2: ${two.entries.map(line).join("\n    ")}\nv1: ${line(theirs)}`;
    const least = differences.sort((a, b) => a.length - b.length)[0] ?? [];
    if (least.length === 0) return pass("Network, amount, asset and payTo are the same.", { evidence });
    const words = least.map((field) => NAMES[field]).join(", ");
    return fail(`They differ in ${words}.`, "Make the header and the body of the 402 from the same terms.", { evidence });
  },
};

function same(a: string | null, b: string | null): boolean {
  return (a ?? "").toLowerCase() === (b ?? "").toLowerCase();
}

function line({ chain, network, amount, asset, payTo }: Entry): string {
  return `${chain ?? network} ${amount} of ${asset} to ${payTo}`;
}
