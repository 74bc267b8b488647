import type { Check } from "../check";
import { demandOf, fail, pass } from "../finding";

/** What common proxies let through for all headers together. */
const LIMIT = 8_192;

/** Do the terms get through what stands between? */
export const headerSize: Check = {
  id: "header-size",
  title: "Headers fit through proxies",
  run: (facts) => {
    const demand = demandOf(facts);
    if ("wait" in demand) return demand.wait;
    const { headers } = demand.probe;
    const total = Object.entries(headers).reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0);
    const terms = headers["payment-required"]?.length ?? 0;
    const more = { evidence: `PAYMENT-REQUIRED: ${terms} bytes\nall headers: ${total} bytes`, side: `${(total / 1024).toFixed(1)} KiB` };
    if (total < LIMIT) return pass("Below the 8 KiB of common proxies.", more);
    return fail(
      "More than the 8 KiB that common proxies let through.",
      "Shorten the schema in extensions.bazaar, the output's first.",
      more,
    );
  },
};
