import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A2, as `app/api/v1/token-report/route.ts` serves it. */
export const tokenReport = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
