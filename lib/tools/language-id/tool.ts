import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** E3, as `app/api/v1/language-id/route.ts` serves it. */
export const languageId = defineTool({ definition, schema, run, examples });
