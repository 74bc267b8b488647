import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C10, as `app/api/v1/ai-readiness/route.ts` serves it. */
export const aiReadiness = defineTool({ definition, schema, run, examples });
