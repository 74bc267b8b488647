import { isRecord } from "../../payments/wire";
import type { Check } from "../check";
import { operationsFor } from "../descriptions";
import { fail, pass, termsOf } from "../finding";
import type { Terms } from "../types";

const EXAMPLE = `"extensions": {"bazaar": {
  "info": {"input": {"type": "http", "method": "POST", "bodyType": "json", "body": {"city": "Oslo"}}, "output": {"type": "json"}},
  "schema": {"type": "object", "properties": {"input": {…}}, "required": ["input"]}
}}`;

/** Can software that has never seen the tool tell how to call it? */
export const schema: Check = {
  id: "schema",
  title: "Says what goes in and what comes out",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const half = terms.all.find((t) => bazaarOf(t) !== undefined && !isWhole(bazaarOf(t)));
    if (half) {
      const evidence = JSON.stringify(bazaarOf(half), null, 2);
      return fail("extensions.bazaar is there, but not info.input and schema.", `Write it whole:\n${EXAMPLE}`, { evidence });
    }
    const inTerms = terms.all.filter((t) => isWhole(bazaarOf(t)) || t.entries.some((e) => isRecord(e.outputSchema)));
    const [first] = inTerms;
    if (first) {
      const evidence = JSON.stringify(bazaarOf(first) ?? first.entries[0]?.outputSchema, null, 2);
      return pass(`In the terms of version ${inTerms.map((t) => t.x402Version).join(" and ")}.`, { evidence });
    }
    if (operationsFor(facts).length > 0) return pass("In the site's /openapi.json.");
    return fail("Neither the 402 nor an /openapi.json says it.", `Add extensions.bazaar, or give us your OpenAPI file.\n${EXAMPLE}`);
  },
};

function bazaarOf({ decoded }: Terms): unknown {
  return isRecord(decoded.extensions) ? decoded.extensions.bazaar : undefined;
}

function isWhole(bazaar: unknown): boolean {
  return isRecord(bazaar) && isRecord(bazaar.info) && isRecord(bazaar.info.input) && isRecord(bazaar.schema);
}
