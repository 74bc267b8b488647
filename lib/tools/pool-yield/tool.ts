import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B5, as `app/api/v1/pool-yield/route.ts` serves it. */
export const poolYield = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
