import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** D1, as `app/api/v1/ocr/route.ts` serves it. */
export const ocr = defineTool({ definition, schema, run, ready, examples });
