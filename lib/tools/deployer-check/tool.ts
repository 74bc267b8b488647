import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A4, as `app/api/v1/deployer-check/route.ts` serves it. */
export const deployerCheck = defineTool({ definition, schema, run, ready, examples });
