import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C4, as `app/api/v1/link-preview/route.ts` serves it. */
export const linkPreview = defineTool({ definition, schema, run, examples });
