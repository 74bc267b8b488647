import "server-only";
import { formatUsdc } from "@/lib/money";
import { upstreams } from "./upstreams";

/** Every model that is or was offered since the start, as `GET /v1/models` of the OpenAI protocol tells it. */
export async function modelList(): Promise<Record<string, unknown>> {
  await upstreams.seen();
  const data = upstreams.models().map(({ id, ownedBy, rate, alive }) => ({
    id,
    object: "model",
    created: 0,
    owned_by: ownedBy,
    kind: rate.output === null ? "embedding" : "chat",
    available: alive,
    /** Dollars a million tokens. */
    pricing: { input: formatUsdc(rate.input), ...(rate.output === null ? {} : { output: formatUsdc(rate.output) }) },
  }));
  return { object: "list", data };
}
