import { namedLanguage, scriptName } from "./names";
import { type Ranked, rank } from "./rank";
import type { LanguageIdAnswer } from "./schema";
import { languageByScript, type Script, scriptOf } from "./script";

/** Below, a text says nothing about which of many languages it is. */
const FEWEST_LETTERS = 10;
/** A script that only one language uses says so with fewer. */
const FEWEST_OF_SCRIPT = 2;
/** With less of the letters, other scripts stand beside it. */
const PURE = 0.6;
/** Leads over the second candidate. */
const TOO_CLOSE = 0.02;
const MEDIUM = 0.12;
const HIGH = 0.3;

const CANDIDATES = 5;
/** So many stretches are read of a long text, evenly spread: a language shows in far less. */
const STRETCHES = 5;
const STRETCH = 1_000;

/** A stretch of the text with what was made of it. */
type Read = { part: string; script: Script | null; ranked: Ranked[] };

type Told = Pick<LanguageIdAnswer, "status" | "unknown_because" | "language" | "confidence" | "basis" | "candidates">;

/** The language of a text, or why it can't be said. */
export function identify(text: string): LanguageIdAnswer {
  const stretches = stretchesOf(text);
  const read = stretches.map(({ from, to }) => text.slice(from, to));
  const script = scriptOf(read.join(" "));
  const ranked = read.map((part) => ({ part, script: scriptOf(part), ranked: rank(part) }));
  const told = script === null ? unknown("no_letters") : tell(ranked, script);
  return {
    ...told,
    script: script && { ...script, name: scriptName(script.code) },
    parts: partsOf(stretches, ranked),
    characters: { given: text.length, read: read.reduce((sum, part) => sum + part.length, 0) },
  };
}

function tell(read: readonly Read[], script: Script): Told {
  const letters = read.reduce((sum, { part }) => sum + (part.match(/\p{L}/gu)?.length ?? 0), 0);
  const only = languageByScript(script.code);
  if (only) {
    if (letters < FEWEST_OF_SCRIPT) return unknown("too_short");
    const language = namedLanguage(only.language);
    const candidates = [{ ...language, score: 1 }];
    const confidence = script.share < PURE ? "low" : only.sure ? "high" : "medium";
    return { status: "identified", unknown_because: null, language, confidence, basis: "script", candidates };
  }
  if (letters < FEWEST_LETTERS) return unknown("too_short");
  const ranked = mean(read.map((one) => one.ranked));
  const [best, second] = ranked;
  if (!best) return unknown("too_short");
  const lead = best.score - (second?.score ?? 0);
  const candidates = ranked.slice(0, CANDIDATES).map(({ code, score }) => ({
    ...namedLanguage(code),
    score: Math.round(Math.max(0, score / best.score) * 1000) / 1000,
  }));
  if (lead < TOO_CLOSE) return { ...unknown("too_close"), candidates };
  const confidence = lead >= HIGH ? "high" : lead >= MEDIUM ? "medium" : "low";
  return { status: "identified", unknown_because: null, language: namedLanguage(best.code), confidence, basis: "words", candidates };
}

function unknown(because: NonNullable<Told["unknown_because"]>): Told {
  return { status: "unknown", unknown_because: because, language: null, confidence: null, basis: null, candidates: [] };
}

/** Each language's score over all stretches; one that a stretch doesn't know at all counts 0 there. */
function mean(lists: readonly Ranked[][]): Ranked[] {
  const sums = new Map<string, number>();
  for (const { code, score } of lists.flat()) sums.set(code, (sums.get(code) ?? 0) + score);
  return [...sums].map(([code, sum]) => ({ code, score: sum / lists.length })).sort((a, b) => b.score - a.score);
}

type Stretch = { from: number; to: number };

function stretchesOf(text: string): Stretch[] {
  const count = Math.min(STRETCHES, Math.max(1, Math.ceil(text.length / STRETCH)));
  const step = count === 1 ? 0 : (text.length - STRETCH) / (count - 1);
  return Array.from({ length: count }, (_, i) => {
    const from = Math.max(0, Math.round(i * step));
    return { from, to: Math.min(text.length, from + STRETCH) };
  });
}

/** Told only where the stretches are of different languages. */
function partsOf(stretches: readonly Stretch[], read: readonly Read[]): LanguageIdAnswer["parts"] {
  if (stretches.length < 2) return [];
  const told = read.map((one) => (one.script === null ? null : tell([one], one.script).language));
  const parts = stretches.flatMap((stretch, i) => {
    const language = told[i];
    return language ? [{ ...stretch, code: language.code, name: language.name }] : [];
  });
  return new Set(parts.map(({ code }) => code)).size > 1 ? parts : [];
}
