import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A3, as `app/api/v1/address-safety/route.ts` serves it. */
export const addressSafety = defineTool({ definition, schema, run, ready, examples });
