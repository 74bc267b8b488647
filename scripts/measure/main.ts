import { endThreads } from "@/lib/inference/local/threads";
import { measureEmbeddings } from "./embeddings";
import { LANGUAGE_SENTENCES } from "./languageSentences";
import { type LanguageFigures, measureLanguages } from "./languages";
import { TUNING_SENTENCES } from "./tuningSentences";

/** `npm run measure`: how good the market's own models are, on sentences that were written for it. */
async function main(): Promise<void> {
  console.log("language-id");
  for (const characters of [undefined, 40, 20]) tellLanguages("", measureLanguages(LANGUAGE_SENTENCES, characters), characters);
  tellLanguages("those that its weights were chosen on, ", measureLanguages(TUNING_SENTENCES));
  console.log("embeddings");
  const figures = await measureEmbeddings();
  console.log(`  ${figures.pairs} pairs`);
  console.log(`  a paraphrase is nearer than an unrelated pair: ${figures.paraphraseOverUnrelated}`);
  console.log(`  a paraphrase is nearer than a near miss:       ${figures.paraphraseOverNearMiss}`);
  console.log(`  rank correlation with the three grades:        ${figures.spearman}`);
  await endThreads();
}

function tellLanguages(which: string, { sentences, languages, right, wrong, unknown }: LanguageFigures, characters?: number): void {
  const what = characters === undefined ? "whole sentences" : `their first ${characters} characters`;
  console.log(`  ${which}${sentences} in ${languages} languages, ${what}: ${right} right, ${wrong} wrong, ${unknown} unknown`);
}

await main();
