import { defineTool } from "../define";
import { definition } from "./definition";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B1, as `app/api/v1/new-pairs/route.ts` serves it. */
export const newPairs = defineTool({ definition, schema, run, ready, sampleFreshMs: 60_000 });
