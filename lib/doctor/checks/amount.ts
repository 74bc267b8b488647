import { formatUsd } from "../../money";
import type { Check } from "../check";
import { mendWords } from "../faultWords";
import { fail, pass, termsOf, unknown } from "../finding";
import { knownToken } from "../knownTokens";

/** Is the price written so that clients sign what was meant? */
export const amount: Check = {
  id: "amount",
  title: "Amount is a whole number in a string",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const entries = terms.all.flatMap(({ entries }) => entries);
    const faults = entries.flatMap(({ amountFault }) => amountFault ?? []);
    const [fault] = faults;
    const evidence = terms.all.flatMap((t) => t.entries.map((e) => `v${t.x402Version}: ${e.amount}`)).join("\n");
    if (fault) return fail(`${fault.message} ${fault.mend}`, mendWords(faults), { evidence });
    const [first] = entries;
    if (!first?.atomic) return unknown("There is no entry to read an amount from.");
    const token = knownToken(first.chain, first.asset);
    return pass(token ? `${formatUsd(BigInt(first.atomic))} a call.` : `${first.atomic} atomic units.`, {
      evidence,
      side: first.atomic.slice(0, 20),
    });
  },
};
