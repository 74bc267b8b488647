import type { Check } from "../check";
import { faultsOf, faultWords, mendWords } from "../faultWords";
import { demandOf, fail, pass, warn } from "../finding";
import { knownToken } from "../knownTokens";
import { shownObject } from "../shown";
import type { Terms } from "../types";

/** Do clients of version 2 find terms that they can read? */
export const v2: Check = {
  id: "v2",
  title: "PAYMENT-REQUIRED decodes",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { probe } = demand;
    const evidence = probe.headers["payment-required"] ?? "There is no PAYMENT-REQUIRED header.";
    if (probe.v2.kind === "absent") {
      const mend = "Send the terms as base64 of JSON in the header PAYMENT-REQUIRED.";
      if (probe.v1.kind === "terms") return warn("There is none: only clients of version 1 can pay.", mend, { evidence });
      return fail("There is none, and the body holds no terms either.", mend, { evidence });
    }
    if (probe.v2.kind === "unreadable") return fail(probe.v2.message, probe.v2.mend, { evidence });
    const { terms } = probe.v2;
    const faults = faultsOf(terms);
    const more = { evidence: JSON.stringify(shownObject(terms.decoded), null, 2) };
    if (faults.length > 0) return fail(faultWords(faults), mendWords(faults), more);
    return pass(summary(terms), more);
  },
};

function summary({ x402Version, entries }: Terms): string {
  const [first] = entries;
  const token = knownToken(first?.chain ?? null, first?.asset ?? null)?.symbol ?? "another token";
  return `v${x402Version}, ${first?.scheme}, ${token} first${entries.length > 1 ? `, ${entries.length} ways to pay` : ""}.`;
}
