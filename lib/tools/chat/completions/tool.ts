import { tellOpenAiError } from "@/lib/inference/tellOpenAiError";
import { upstreams } from "@/lib/inference/upstreams";
import { defineTool } from "../../define";
import { definition } from "./definition";
import { price } from "./price";
import { ready, run } from "./run";
import { schema } from "./schema";
import { used } from "./used";

const living = () => upstreams.models().filter(({ rate, alive }) => alive && rate.output !== null);

/** E1, as `app/api/v1/chat/completions/route.ts` serves it. */
export const chatCompletions = defineTool({
  definition,
  schema,
  run,
  ready,
  price,
  used,
  tellError: tellOpenAiError,
  // Somebody pays the model's server for each.
  sampleFreshMs: 24 * 60 * 60_000,
  models: () => living().map(({ id }) => id),
  unavailable: () => (living().length > 0 ? null : "No model server is connected to this market."),
  examples: () =>
    living()
      .slice(0, 3)
      .map(({ id }) => ({ name: id, input: { ...definition.examples["eip155:8453"], model: id } })),
});
