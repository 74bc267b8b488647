import type { Check } from "../check";
import { fail, pass } from "../finding";

/** Is there anybody at this address? */
export const reachable: Check = {
  id: "reachable",
  title: "Answers",
  run: ({ probe, url }) => {
    if (!probe.ok)
      return fail(probe.message, `Make ${url.host} reachable from the public internet: its name, its port and its certificate.`);
    return pass(`${probe.method} was answered with status ${probe.status}.`, { side: `${Math.round(probe.ms)} ms` });
  },
};
