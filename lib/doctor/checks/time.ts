import type { Check } from "../check";
import { demandOf, fail, pass, warn } from "../finding";

const SLOW_MS = 2_000;
const TOO_SLOW_MS = 5_000;

/** How long does a payer wait for the terms alone? */
export const time: Check = {
  id: "time",
  title: "Terms come quickly",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { ms } = demand.probe;
    const side = `${Math.round(ms)} ms`;
    const mend = "Make the 402 from terms that are at hand: it should ask no database and no chain.";
    if (ms >= TOO_SLOW_MS) return fail("Every call waits this long twice.", mend, { side });
    return ms >= SLOW_MS
      ? warn("Every call waits this long twice.", mend, { side })
      : pass("Seen from here, connection and all.", { side });
  },
};
