import type { Check } from "../check";
import { demandOf, fail, pass, skipped, told, unknown } from "../finding";

const ALLOW = "access-control-allow-origin";
const HEADERS = "access-control-allow-headers";
const METHODS = "access-control-allow-methods";

/** May a page in a browser send the payment along? */
export const preflight: Check = {
  id: "preflight",
  title: "Pages may send a payment",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { preflight: answer, cors, method } = facts;
    if (!answer?.ok) return unknown(answer ? answer.message : "It was not asked.");
    if (cors?.ok && !cors.headers[ALLOW]) return skipped("No page may call it at all; see the check above.");
    const { v2, v1 } = demand.probe;
    const wanted = [
      "Content-Type",
      ...(v2.kind === "absent" ? [] : ["PAYMENT-SIGNATURE"]),
      ...(v1.kind === "absent" ? [] : ["X-PAYMENT"]),
      // Official clients send it as a header of the request.
      "Access-Control-Expose-Headers",
    ];
    const lines = `Access-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: ${method}, OPTIONS\nAccess-Control-Allow-Headers: ${wanted.join(", ")}`;
    const mend = `Answer OPTIONS with 204 and:\n${lines}`;
    const evidence = told(answer, [ALLOW, METHODS, HEADERS]);
    if (answer.status >= 300) return fail(`OPTIONS gives ${answer.status}; browsers want 200 or 204.`, mend, { evidence });
    if (!answer.headers[ALLOW]) return fail("OPTIONS allows no other site's page.", mend, { evidence });
    const allowed = list(answer.headers[HEADERS]);
    const refused = allowed.includes("*") ? [] : wanted.filter((name) => !allowed.includes(name.toLowerCase()));
    if (refused.length > 0) return fail(`A page may not send ${refused.join(", ")}.`, mend, { evidence });
    const methods = list(answer.headers[METHODS]);
    // GET and POST need no leave.
    return pass(methods.length > 0 ? "Method and headers are allowed." : "The headers are allowed.", { evidence });
  },
};

function list(header: string | undefined): string[] {
  return (header ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
}
