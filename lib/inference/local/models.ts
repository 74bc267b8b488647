/** What is offered of the models that run on this machine itself. Pure data, safe in browser and server. */
export const LOCAL_EMBEDDINGS = {
  id: "coinslot-use-lite-en-512",
  madeOf: "Universal Sentence Encoder Lite (English) by Google, Apache-2.0",
  dimensions: 512,
  /** Texts a call. */
  maxTexts: 64,
  /** Tokens are the model's own, counted exactly. */
  maxTokensPerText: 2_000,
  maxTokensPerCall: 16_000,
  /** Beyond, texts are not even counted. */
  maxCharactersPerText: 20_000,
  maxCharactersPerCall: 160_000,
  /** The model sees no more at once: a longer text is read in such pieces, and its vector is their mean. */
  tokensPerPiece: 128,
  usdPerMillionTokens: "0.01",
  /** Made by `npm run measure`, held by a test. */
  quality: {
    /** What to use it for, in words. */
    verdict: "Finds texts about the same thing. Sentences with the same words are near even where they say the opposite.",
    set: "96 pairs of English sentences written for it: 32 paraphrases, 32 near misses, 32 unrelated",
    /** How often a paraphrase is nearer than a pair of the other kind; 0.5 would be chance, 1 perfect. */
    paraphraseOverUnrelated: 1,
    paraphraseOverNearMiss: 0.26,
    /** Rank correlation of nearness with the three grades. */
    spearman: 0.6,
  },
} as const;
