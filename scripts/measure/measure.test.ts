import { afterAll, describe, expect, it } from "vitest";
import { LOCAL_EMBEDDINGS } from "@/lib/inference/local/models";
import { endThreads } from "@/lib/inference/local/threads";
import { definition as languageId } from "@/lib/tools/language-id/definition";
import { measureEmbeddings } from "./embeddings";
import { LANGUAGE_SENTENCES } from "./languageSentences";
import { measureLanguages } from "./languages";

afterAll(endThreads);

describe("the figures that are told are those that are measured", () => {
  it("of language-id", () => {
    const [whole, short] = [measureLanguages(LANGUAGE_SENTENCES), measureLanguages(LANGUAGE_SENTENCES, 20)];
    expect(languageId.cannotKnow[0]).toContain(`of ${whole.sentences} sentences of ours in ${whole.languages} languages`);
    expect(languageId.cannotKnow[0]).toContain(`it named ${whole.right} rightly, ${whole.wrong} wrongly and left ${whole.unknown} unknown`);
    expect(languageId.cannotKnow[0]).toContain(`of their first 20 characters ${short.right}, ${short.wrong} and ${short.unknown}.`);
  });

  it("of the embeddings", async () => {
    const { pairs, ...figures } = await measureEmbeddings();
    expect(LOCAL_EMBEDDINGS.quality).toMatchObject(figures);
    expect(LOCAL_EMBEDDINGS.quality.set).toContain(`${pairs} pairs`);
  }, 60_000);
});
