import type { Check } from "../check";
import { demandOf, fail, pass, told, unknown, warn } from "../finding";

const ALLOW = "access-control-allow-origin";
const EXPOSE = "access-control-expose-headers";

/** Can a page in a browser read the terms and the receipt? */
export const cors: Check = {
  id: "cors",
  title: "Pages may read the terms",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { cors: answer } = facts;
    if (!answer?.ok) return unknown(answer ? answer.message : "It was not asked.");
    const { v2, v1 } = demand.probe;
    const wanted = [
      ...(v2.kind === "absent" ? [] : ["PAYMENT-REQUIRED", "PAYMENT-RESPONSE"]),
      ...(v1.kind === "absent" ? [] : ["X-PAYMENT-RESPONSE"]),
    ];
    const lines = `Access-Control-Allow-Origin: *\nAccess-Control-Expose-Headers: ${wanted.join(", ")}`;
    const evidence = told(answer, [ALLOW, EXPOSE]);
    const allowed = answer.headers[ALLOW];
    if (!allowed)
      return warn("No other site's page may call it; software that is no page may.", `Send with every answer:\n${lines}`, { evidence });
    if (allowed !== "*" && allowed !== "https://payer.example") {
      return warn(`Pages of ${allowed} only may call it.`, `Send with every answer:\n${lines}`, { evidence });
    }
    const exposed = (answer.headers[EXPOSE] ?? "")
      .toLowerCase()
      .split(",")
      .map((name) => name.trim());
    const hidden = exposed.includes("*") ? [] : wanted.filter((name) => !exposed.includes(name.toLowerCase()));
    if (hidden.length > 0) return fail(`A page can't see ${hidden.join(", ")}.`, `Send with every answer:\n${lines}`, { evidence });
    return pass("Headers of the payment are exposed.", { evidence });
  },
};
