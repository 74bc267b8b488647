import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B1, as `app/api/v1/new-pairs/route.ts` serves it. */
export const newPairs = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
