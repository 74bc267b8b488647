import { francAll } from "franc";

/** Canonical BCP 47 tag, or null for what is no tag or names no language that is known. */
export function canonicalTag(text: string): string | null {
  // What is only well-formed, such as "english", is no language: names of them have two or three letters.
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8}){0,6}$/i.test(text)) return null;
  // Read as GB by those who are kind; search engines are not.
  if (/-uk(?:-|$)/i.test(text)) return null;
  try {
    const [tag = ""] = Intl.getCanonicalLocales(text);
    const locale = new Intl.Locale(tag);
    return isLanguage(locale.language) && isRegion(locale.region) ? tag : null;
  } catch {
    return null;
  }
}

const LANGUAGES = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
const REGIONS = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

function isLanguage(code: string): boolean {
  return code !== "und" && LANGUAGES.of(code) !== undefined;
}

function isRegion(code: string | undefined): boolean {
  return code === undefined || REGIONS.of(code) !== undefined;
}

/** Letters that are needed before a guess at the language is worth anything. */
export const ENOUGH_LETTERS = 250;
/** How near the declared language may come to the best guess and still be believed. */
const NEAR = 0.97;
/** Spoken as one, or so alike in writing that statistics can't hold them apart. */
const ALIKE = [
  ["nb", "nn", "no", "da"],
  ["sr", "hr", "bs", "sh"],
  ["id", "ms"],
  ["ur", "hi"],
  ["zh", "yue", "wuu"],
] as const;

export type Guess = { language: string; declaredIsNear: boolean };

/** Which language a text is written in; null where it can't be told. Against what is declared, both halves must speak. */
export function guessLanguage(text: string, declared: string): Guess | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < ENOUGH_LETTERS) return null;
  const half = Math.floor(text.length / 2);
  const [first, second] = [guess(text.slice(0, half), declared), guess(text.slice(half), declared)];
  if (!first || !second) return null;
  if (first.declaredIsNear || second.declaredIsNear) return { language: primary(declared), declaredIsNear: true };
  return first.language === second.language ? first : null;
}

function guess(text: string, declared: string): Guess | null {
  const guesses = francAll(text, { minLength: 100, only: [...WRITTEN] }).map(([code, score]) => ({ language: twoLetters(code), score }));
  const [best] = guesses;
  if (!best || best.language === "und") return null;
  const own = primary(declared);
  const score = guesses.find(({ language }) => language === own)?.score ?? 0;
  return { language: best.language, declaredIsNear: score >= NEAR || isAlike(own, best.language) };
}

/** Does the guess speak a language of which texts in `declared` could be found at all? */
export function isGuessable(declared: string): boolean {
  return GUESSABLE.has(primary(declared));
}

export function primary(tag: string): string {
  return twoLetters(tag.split("-", 1)[0] ?? "");
}

function isAlike(one: string, other: string): boolean {
  return one === other || ALIKE.some((group) => (group as readonly string[]).includes(one) && (group as readonly string[]).includes(other));
}

function twoLetters(code: string): string {
  try {
    return new Intl.Locale(Intl.getCanonicalLocales(code)[0] ?? "und").language;
  } catch {
    return "und";
  }
}

/** The languages that pages are mostly written in. With rare ones allowed, dialects would win over their big sisters. */
const WRITTEN = (
  "eng spa cmn hin arb ben por rus jpn pan deu kor fra tel vie mar tam tur urd ita tha guj fas pes pol ukr kan mal mya ron nld hun ell ces swe " +
  "bul bel srp hrv bos ind zlm tgl fin dan nob nno slk cat heb lit lvs ekk slv sqi als mkd kat hye azj kaz npi sin khm lao amh swh afr glg"
).split(" ");
const GUESSABLE = new Set(WRITTEN.map(twoLetters));
