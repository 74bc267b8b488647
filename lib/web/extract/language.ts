import { franc } from "franc";

/** Languages that pages are written in. Among all that there are, close ones would be taken for each other too often. */
const ASKED =
  "eng deu fra spa por ita nld swe nob dan fin isl pol ces slk slv hrv srp bos mkd bul ron hun ell tur azj ukr rus bel lit lav est cat glg eus gle cym sqi heb arb pes urd hin ben pan guj mar tam tel kan mal sin nep tha vie ind zlm tgl swh amh jpn kor cmn kaz uzn hye kat khm lao mya som hau yor zul afr".split(
    " ",
  );
/** Below this, a guess is worth nothing. */
const SHORTEST = 80;
/** From here on it changes nothing. */
const READ = 4_000;

/** The language of a text as BCP 47 writes it (`en`), from the text alone; null where it is too short to say. */
export function detectLanguage(text: string): string | null {
  const letters = text.slice(0, READ);
  if (letters.length < SHORTEST) return null;
  const found = franc(letters, { only: ASKED, minLength: SHORTEST });
  return found === "und" ? null : canonical(found);
}

/** A language as a page names it, in its proper spelling; null for what names none. */
export function readLanguage(text: string | null | undefined): string | null {
  const given = text?.split(",", 1)[0]?.trim().replaceAll("_", "-") ?? "";
  return given ? canonical(given.slice(0, 60)) : null;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
