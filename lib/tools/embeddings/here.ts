import "server-only";
import { checkTexts, embed } from "@/lib/inference/local/embed";
import { LOCAL_EMBEDDINGS } from "@/lib/inference/local/models";
import { ToolRefusal } from "../refusal";
import type { EmbeddingsAnswer, EmbeddingsInput } from "./schema";

/** The answer of the model that runs in this market itself. */
export async function embedHere(input: EmbeddingsInput, signal: AbortSignal): Promise<EmbeddingsAnswer> {
  const { vectors, tokens } = await embed(textsOf(input), signal);
  const written = (vector: number[]) =>
    input.encoding_format === "base64" ? Buffer.from(new Float32Array(vector).buffer).toString("base64") : vector;
  return {
    object: "list",
    model: LOCAL_EMBEDDINGS.id,
    data: vectors.map((vector, index) => ({ object: "embedding", index, embedding: written(vector) })),
    usage: { prompt_tokens: tokens, total_tokens: tokens },
  };
}

/** Free look before any price. */
export function checkHere(input: EmbeddingsInput): void {
  if (input.dimensions !== undefined && input.dimensions !== LOCAL_EMBEDDINGS.dimensions) {
    throw new ToolRefusal("model_refused", `This model has ${LOCAL_EMBEDDINGS.dimensions} dimensions and no others.`, {
      hint: "Leave dimensions out.",
    });
  }
  checkTexts(textsOf(input));
}

function textsOf({ input }: EmbeddingsInput): string[] {
  const texts: unknown[] = [input].flat();
  if (texts.every((text) => typeof text === "string")) return texts;
  throw new ToolRefusal("model_refused", "Token ids of another model's tokenizer mean nothing to this one.", { hint: "Send texts." });
}
