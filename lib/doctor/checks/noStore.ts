import type { Check } from "../check";
import { demandOf, fail, pass, warn } from "../finding";

/** Could somebody else be shown these terms from a cache? */
export const noStore: Check = {
  id: "no-store",
  title: "No cache keeps the 402",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const control = (demand.probe.headers["cache-control"] ?? "").toLowerCase();
    const more = { evidence: `cache-control: ${control || "(none)"}` };
    const mend = "Send Cache-Control: no-store with the 402 and with paid answers.";
    if (/\b(no-store|private)\b/.test(control)) return pass(control.includes("no-store") ? "no-store." : "private.", more);
    if (/\bpublic\b|max-age=0*[1-9]/.test(control))
      return fail("Caches may keep it and show old terms, or an answer that was paid for.", mend, more);
    return warn("It does not say so.", mend, more);
  },
};
