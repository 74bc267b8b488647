import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C5, as `app/api/v1/headers-check/route.ts` serves it. */
export const headersCheck = defineTool({ definition, schema, run, examples });
