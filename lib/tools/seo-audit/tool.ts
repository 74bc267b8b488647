import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { price, used } from "./price";
import { run } from "./run";
import { schema } from "./schema";

/** C1, as `app/api/v1/seo-audit/route.ts` serves it. */
export const seoAudit = defineTool({ definition, schema, run, examples, price, used });
