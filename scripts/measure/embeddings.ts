import { embed } from "@/lib/inference/local/embed";
import { QUARTETS } from "./embeddingSentences";

export type EmbeddingFigures = { pairs: number; paraphraseOverUnrelated: number; paraphraseOverNearMiss: number; spearman: number };

const GRADES = { paraphrase: 2, nearMiss: 1, unrelated: 0 } as const;

/** Nearness (cosine) of labelled pairs, and how well it follows the labels. */
export async function measureEmbeddings(): Promise<EmbeddingFigures> {
  const near: Record<keyof typeof GRADES, number[]> = { paraphrase: [], nearMiss: [], unrelated: [] };
  for (const quartet of QUARTETS) {
    const { vectors } = await embed(quartet, AbortSignal.timeout(60_000));
    const [sentence = [], ...others] = vectors;
    (["paraphrase", "nearMiss", "unrelated"] as const).forEach((label, i) => {
      near[label].push(dot(sentence, others[i] ?? []));
    });
  }
  const graded = Object.entries(near).flatMap(([label, values]) =>
    values.map((value) => ({ value, grade: GRADES[label as keyof typeof GRADES] })),
  );
  return {
    pairs: graded.length,
    paraphraseOverUnrelated: rounded(shareAbove(near.paraphrase, near.unrelated)),
    paraphraseOverNearMiss: rounded(shareAbove(near.paraphrase, near.nearMiss)),
    spearman: rounded(correlation(ranks(graded.map(({ value }) => value)), ranks(graded.map(({ grade }) => grade)))),
  };
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
const rounded = (value: number) => Math.round(value * 100) / 100;
const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Of all pairs of one from each list, the share in which the first is larger: the area under the curve. */
function shareAbove(above: readonly number[], below: readonly number[]): number {
  const won = above.flatMap((a) => below.map((b) => (a > b ? 1 : a === b ? 0.5 : 0)));
  return mean(won);
}

/** The place of each value in their order; equal ones share theirs. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [mean(a), mean(b)];
  const together = a.reduce((sum, x, i) => sum + (x - ma) * ((b[i] ?? 0) - mb), 0);
  const alone = (values: readonly number[], m: number) => Math.sqrt(values.reduce((sum, x) => sum + (x - m) ** 2, 0));
  return together / (alone(a, ma) * alone(b, mb));
}
