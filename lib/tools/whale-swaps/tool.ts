import { defineTool } from "../define";
import { definition } from "./definition";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B3, as `app/api/v1/whale-swaps/route.ts` serves it. */
export const whaleSwaps = defineTool({ definition, schema, run, ready, sampleFreshMs: 60_000 });
