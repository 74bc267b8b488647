import "server-only";
import { formatUsdc } from "@/lib/money";
import { upstreams } from "./upstreams";

export type ListedModel = {
  id: string;
  object: "model";
  created: 0;
  owned_by: string;
  kind: "chat" | "embedding";
  available: boolean;
  /** Dollars a million tokens. */
  pricing: { input: string; output?: string };
};

/** Every model that is or was offered since the start, as `GET /v1/models` of the OpenAI protocol tells it. */
export async function modelList(): Promise<{ object: "list"; data: ListedModel[] }> {
  await upstreams.seen();
  const data = upstreams.models().map(
    ({ id, ownedBy, rate, alive }): ListedModel => ({
      id,
      object: "model",
      created: 0,
      owned_by: ownedBy,
      kind: rate.output === null ? "embedding" : "chat",
      available: alive,
      pricing: { input: dollars(rate.input), ...(rate.output === null ? {} : { output: dollars(rate.output) }) },
    }),
  );
  return { object: "list", data };
}

/** Plain decimal text: machines read it. */
function dollars(atomic: bigint): string {
  return formatUsdc(atomic).replaceAll(",", "");
}
