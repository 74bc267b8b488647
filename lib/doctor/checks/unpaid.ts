import type { Check } from "../check";
import { demandOf, fail, pass, told, unknown } from "../finding";

/** Did any of all these requests get an answer? None of them was paid. */
export const unpaid: Check = {
  id: "no-answer-unpaid",
  title: "No answer without a payment",
  run: (facts) => {
    const { probe } = facts;
    const given = [probe, ...facts.trials.map(({ answer }) => answer), facts.cors].flatMap((a) =>
      a?.ok && a.status < 300 && a.body !== "" ? [a] : [],
    );
    const [first] = given;
    if (first) {
      const mend = "Verify each payment before the tool runs, and give the answer only when it is good.";
      return fail(`${given.length === 1 ? "One request" : `${given.length} requests`} got an answer though nothing was paid.`, mend, {
        evidence: told(first),
      });
    }
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    if (facts.trials.every(({ answer }) => !answer.ok)) return unknown("None of the payments that must be refused could be tried.");
    return pass(`${facts.trials.length + 1} unpaid requests got none.`);
  },
};
