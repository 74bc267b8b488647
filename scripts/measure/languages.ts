import { identify } from "@/lib/tools/language-id/identify";

type Labelled = Record<string, readonly string[]>;
export type LanguageFigures = { sentences: number; languages: number; right: number; wrong: number; unknown: number };

/** How many of the labelled sentences are named rightly; of their first `characters` where that is given. */
export function measureLanguages(sentences: Labelled, characters?: number): LanguageFigures {
  const labelled = Object.entries(sentences).flatMap(([code, list]) => list.map((text) => ({ code, text })));
  const told = labelled.map(({ code, text }) => ({ code, said: identify(text.slice(0, characters)).language?.code ?? null }));
  const right = told.filter(({ code, said }) => said === code).length;
  const unknown = told.filter(({ said }) => said === null).length;
  return {
    sentences: labelled.length,
    languages: Object.keys(sentences).length,
    right,
    wrong: labelled.length - right - unknown,
    unknown,
  };
}
