import { noBrowser } from "@/lib/web/browser/place";
import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C3, as `app/api/v1/screenshot/route.ts` serves it. */
export const screenshot = defineTool({ definition, schema, run, examples, unavailable: noBrowser });
