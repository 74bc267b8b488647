import type { Check } from "../check";
import { fail, pass, told, waits } from "../finding";
import type { Facts } from "../types";

/** Does a call without a payment say what it costs? */
export const gives402: Check = {
  id: "gives-402",
  title: "Unpaid call gives 402",
  run: (facts) => {
    const { probe } = facts;
    if (!probe.ok) return waits("After the address answers.", "reachable");
    const more = { evidence: told(probe), side: String(probe.status) };
    if (probe.status === 402) return pass(`${probe.method} without a payment.`, more);
    return fail(wordsFor(facts, probe.status), mendFor(probe.status, probe.headers.location), more);
  },
};

function wordsFor({ method, other }: Facts, status: number): string {
  if (other?.ok && other.status === 402) return `${method} gives ${status}; ${other.method} gives 402.`;
  return status < 300 ? `It gave an answer (${status}) without asking for money.` : `It gave ${status}.`;
}

function mendFor(status: number, location: string | undefined): string {
  if (status >= 300 && status < 400)
    return `Name the address that it leads to${location ? `, ${location}` : ""}: payers don't follow redirects.`;
  if (status === 400 || status === 422) return "Ask for money before you look at the input, so that an empty call gives 402.";
  if (status === 401 || status === 403) return "Let strangers through: the payment is the key. Ask for it with 402.";
  if (status === 404 || status === 405) return "Check the address and the method, and put the payment's check before the route.";
  if (status >= 500) return "Mend the error that your server's log shows for this call.";
  return "Answer 402 with the terms until a payment has been checked.";
}
