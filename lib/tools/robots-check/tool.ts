import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C6, as `app/api/v1/robots-check/route.ts` serves it. */
export const robotsCheck = defineTool({ definition, schema, run, examples });
