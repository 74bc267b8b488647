import type { Check } from "../check";
import { faultsOf, faultWords, mendWords } from "../faultWords";
import { demandOf, fail, pass, skipped, warn } from "../finding";

/** Do clients of version 1 find terms that they can read? */
export const v1: Check = {
  id: "v1",
  title: "Body speaks version 1 too",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { v1: reading, v2, body } = demand.probe;
    const evidence = body || "The body is empty.";
    if (reading.kind !== "terms") {
      if (v2.kind !== "terms") return skipped("No terms of either version were found; see the check above.", { evidence });
      return warn(
        "It doesn't: clients of version 1 can't pay, and some crash.",
        `Put {"x402Version": 1, "accepts": […]} into the body of the 402.`,
        { evidence },
      );
    }
    const faults = faultsOf(reading.terms);
    if (faults.length > 0) return fail(faultWords(faults), mendWords(faults), { evidence });
    return pass(`${reading.terms.entries[0]?.network}, ${reading.terms.entries[0]?.scheme}.`, { evidence });
  },
};
