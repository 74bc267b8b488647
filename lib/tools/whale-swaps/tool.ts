import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B3, as `app/api/v1/whale-swaps/route.ts` serves it. */
export const whaleSwaps = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
