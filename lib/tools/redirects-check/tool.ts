import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C8, as `app/api/v1/redirects-check/route.ts` serves it. */
export const redirectsCheck = defineTool({ definition, schema, run, examples });
