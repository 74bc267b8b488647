import type { ReadImage, ReadWord } from "@/lib/inference/local/readText";
import type { Picture } from "./picture";
import type { OcrAnswer } from "./schema";

const MAX_WORDS = 3_000;
const MAX_TEXT = 50_000;

type Facts = { picture: Picture; bytes: number; url: string | null; read: ReadImage; minConfidence: number; tookMs: number };

/** Words as lines and blocks, with text and counts; what is left out is told. */
export function writeAnswer({ picture, bytes, url, read, minConfidence, tookMs }: Facts): OcrAnswer {
  const kept = read.words.filter(({ confidence }) => confidence >= minConfidence);
  const blocks = groups(kept, ({ block, paragraph }) => `${block} ${paragraph}`).map((words) => groups(words, ({ line }) => `${line}`));
  const text = blocks.map((lines) => lines.map(textOf).join("\n")).join("\n\n");
  const boxed = groups(kept.slice(0, MAX_WORDS), ({ block, paragraph }) => `${block} ${paragraph}`);
  return {
    text: text.slice(0, MAX_TEXT),
    confidence: kept.length === 0 ? null : meanConfidence(kept),
    language: "eng",
    image: {
      format: picture.format,
      width: picture.width,
      height: picture.height,
      bytes,
      url,
      turned_degrees: read.turnedDegrees,
      slope_degrees: read.slopeDegrees,
    },
    counts: { blocks: blocks.length, lines: blocks.reduce((sum, lines) => sum + lines.length, 0), words: kept.length },
    blocks: boxed.map((words) => ({
      confidence: meanConfidence(words),
      box: around(words),
      lines: groups(words, ({ line }) => `${line}`).map(writeLine),
    })),
    left_out: {
      words_below_confidence: read.words.length - kept.length,
      words_beyond_limit: Math.max(0, kept.length - MAX_WORDS),
      text_characters: Math.max(0, text.length - MAX_TEXT),
    },
    took_ms: Math.round(tookMs),
  };
}

type Line = OcrAnswer["blocks"][number]["lines"][number];

function writeLine(words: ReadWord[]): Line {
  return {
    text: textOf(words),
    confidence: meanConfidence(words),
    box: around(words),
    words: words.map((word) => ({ text: word.text, confidence: tenth(word.confidence), box: around([word]) })),
  };
}

/** Neighbours with the same key, in their order. */
function groups(words: readonly ReadWord[], keyOf: (word: ReadWord) => string): ReadWord[][] {
  const found = new Map<string, ReadWord[]>();
  for (const word of words) {
    const group = found.get(keyOf(word));
    if (group) group.push(word);
    else found.set(keyOf(word), [word]);
  }
  return [...found.values()];
}

const textOf = (words: readonly ReadWord[]) => words.map(({ text }) => text).join(" ");
const tenth = (value: number) => Math.round(Math.min(100, Math.max(0, value)) * 10) / 10;
const meanConfidence = (words: readonly ReadWord[]) => tenth(words.reduce((sum, { confidence }) => sum + confidence, 0) / words.length);

function around(words: readonly ReadWord[]): Line["box"] {
  const x = Math.min(...words.map(({ box }) => box.left));
  const y = Math.min(...words.map(({ box }) => box.top));
  const right = Math.max(...words.map(({ box }) => box.left + box.width));
  const bottom = Math.max(...words.map(({ box }) => box.top + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
