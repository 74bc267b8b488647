import { defineTool } from "../define";
import { definition } from "./definition";
import { examples } from "./examples";
import { ready, run } from "./run";
import { schema } from "./schema";

/** A5, as `app/api/v1/approvals-check/route.ts` serves it. */
export const approvalsCheck = defineTool({ definition, schema, run, ready, examples });
