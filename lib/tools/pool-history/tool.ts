import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B4, as `app/api/v1/pool-history/route.ts` serves it. */
export const poolHistory = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
