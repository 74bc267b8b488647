import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { run } from "./run";
import { schema } from "./schema";

/** C7, as `app/api/v1/sitemap-check/route.ts` serves it. */
export const sitemapCheck = defineTool({ definition, schema, run, examples });
