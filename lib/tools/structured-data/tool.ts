import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C9, as `app/api/v1/structured-data/route.ts` serves it. */
export const structuredData = defineTool({ definition, schema, run, examples });
