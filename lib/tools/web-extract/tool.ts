import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready } from "./ready";
import { run } from "./run";
import { schema } from "./schema";

/** C2, as `app/api/v1/web-extract/route.ts` serves it. */
export const webExtract = defineTool({ definition, schema, run, ready, examples });
