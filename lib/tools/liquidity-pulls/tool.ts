import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** B2, as `app/api/v1/liquidity-pulls/route.ts` serves it. */
export const liquidityPulls = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
