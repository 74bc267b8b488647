import { tellOpenAiError } from "@/lib/inference/tellOpenAiError";
import { upstreams } from "@/lib/inference/upstreams";
import { defineTool } from "../define";
import { definition } from "./definition";
import { price, used } from "./price";
import { ready, run } from "./run";
import { schema } from "./schema";

const living = () => upstreams.models().filter(({ rate, alive }) => alive && rate.output === null);

/** E2, as `app/api/v1/embeddings/route.ts` serves it. */
export const embeddings = defineTool({
  definition,
  schema,
  run,
  ready,
  price,
  used,
  models: () => living().map(({ id }) => id),
  tellError: tellOpenAiError,
  unavailable: () => (living().length > 0 ? null : "No model for embeddings is connected to this market."),
  examples: () =>
    living()
      .slice(0, 3)
      .map(({ id }) => ({ name: id, input: { ...definition.examples["eip155:8453"], model: id } })),
});
