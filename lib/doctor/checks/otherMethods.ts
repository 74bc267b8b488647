import type { Check } from "../check";
import { demandOf, fail, pass, told, warn } from "../finding";

const MEANS_NO = new Set([400, 404, 405, 415, 422, 501]);

/** Is the same address free by another method? */
export const otherMethods: Check = {
  id: "other-methods",
  title: "Other methods give nothing away",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { head, other } = facts;
    const evidence = [head, other].flatMap((answer) => (answer ? [told(answer, ["allow"])] : [])).join("\n");
    if (head?.ok && head.status < 300) {
      return fail(
        `HEAD gives ${head.status}.`,
        "Answer HEAD as you answer GET, with 402 and no body: some payers look for the terms that way.",
        { evidence },
      );
    }
    if (other?.ok && other.status < 300 && other.body !== "") {
      const mend = `Ask for money there too, or answer ${other.method} with 405. If it is a page for people, all is well.`;
      return warn(`${other.method} gives ${other.status} and an answer, unpaid.`, mend, { evidence });
    }
    if (other?.ok && other.status >= 500) {
      return warn(`${other.method} gives ${other.status}.`, `Answer ${other.method} with 402 or 405.`, { evidence });
    }
    const same = other?.ok && other.status === 402;
    const no = other?.ok && MEANS_NO.has(other.status);
    return pass(
      same ? "GET and POST both ask for money." : no ? `${other.method} is not offered (${other.status}).` : "Nothing is given away.",
      { evidence },
    );
  },
};
