import "server-only";
import { askUpstream, UpstreamFault } from "@/lib/inference/askUpstream";
import { living } from "@/lib/inference/offered";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { checkHere, embedHere } from "./here";
import { type EmbeddingsAnswer, type EmbeddingsInput, output } from "./schema";

const MOST_CHARACTERS = 400_000;

export async function run(input: EmbeddingsInput, { signal }: ToolContext): Promise<EmbeddingsAnswer> {
  const { upstreams, local } = living(input.model, "embedding");
  if (local) return embedHere(input, signal);
  const count = textsOf(input).length;
  return askUpstream(upstreams, "/embeddings", JSON.stringify(input), signal, async (response) => {
    const answer = output.safeParse(await response.json().catch(() => null));
    if (!answer.success || answer.data.data.length !== count) throw new UpstreamFault("an answer without all its vectors");
    return answer.data;
  });
}

/** Free look before any price. */
export function ready(input: EmbeddingsInput): void {
  if (living(input.model, "embedding").local) {
    checkHere(input);
    return;
  }
  const length = textsOf(input).reduce((sum, text) => sum + text.length, 0);
  if (length <= MOST_CHARACTERS) return;
  throw new ToolRefusal(
    "text_too_long",
    `The texts have ${length.toLocaleString("en")} characters; ${MOST_CHARACTERS.toLocaleString("en")} is the most.`,
    {
      hint: "Send fewer texts at once; nothing was charged.",
    },
  );
}

/** Each text, or each list of token ids. */
function textsOf({ input }: EmbeddingsInput): { length: number }[] {
  if (typeof input === "string" || typeof input[0] === "number") return [input as { length: number }];
  return input as { length: number }[];
}
