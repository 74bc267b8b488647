import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A6, as `app/api/v1/tx-preflight/route.ts` serves it. */
export const txPreflight = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
