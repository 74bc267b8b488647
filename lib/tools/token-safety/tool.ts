import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A1, as `app/api/v1/token-safety/route.ts` serves it. */
export const tokenSafety = defineTool({ definition, schema, run, ready, examples, sampleFreshMs: 60_000 });
