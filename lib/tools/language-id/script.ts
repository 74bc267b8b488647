export type Script = { code: string; share: number };

/** ISO 15924 codes of the scripts that are told apart, as regular expressions know them. */
const CODES =
  "Latn Cyrl Arab Deva Hebr Ethi Mymr Beng Hani Hira Kana Hang Grek Thai Taml Telu Knda Mlym Gujr Guru Sinh Khmr Laoo Geor Armn Tibt Olck Tfng Yiii Syrc".split(
    " ",
  );
const PATTERNS = CODES.map((code) => [code, new RegExp(`\\p{Script=${code}}`, "gu")] as const);

/** Scripts that one language alone is written in, of those that are known here. `sure`: hardly any other uses it at all. */
const BY_SCRIPT: Record<string, { language: string; sure: boolean }> = {
  Jpan: { language: "jpn", sure: true },
  Hani: { language: "cmn", sure: false },
  Hang: { language: "kor", sure: true },
  Grek: { language: "ell", sure: true },
  Thai: { language: "tha", sure: true },
  Beng: { language: "ben", sure: false },
  Taml: { language: "tam", sure: true },
  Telu: { language: "tel", sure: true },
  Knda: { language: "kan", sure: true },
  Mlym: { language: "mal", sure: true },
  Gujr: { language: "guj", sure: true },
  Guru: { language: "pan", sure: true },
  Sinh: { language: "sin", sure: true },
  Khmr: { language: "khm", sure: true },
  Laoo: { language: "lao", sure: true },
  Geor: { language: "kat", sure: false },
  Armn: { language: "hye", sure: true },
  Tibt: { language: "bod", sure: false },
  Olck: { language: "sat", sure: true },
  Tfng: { language: "zgh", sure: false },
  Yiii: { language: "iii", sure: true },
  Syrc: { language: "aii", sure: false },
};

/** Chinese characters among this share of Japanese syllables, or more, are Japanese. */
const SYLLABLES = 0.05;

/** The script that most letters of the text belong to, and their share; null for a text without letters. */
export function scriptOf(text: string): Script | null {
  const counts = PATTERNS.map(([code, pattern]) => ({ code, count: text.match(pattern)?.length ?? 0 }));
  const countOf = (code: string) => counts.find((one) => one.code === code)?.count ?? 0;
  const kana = countOf("Hira") + countOf("Kana");
  const ideographs = countOf("Hani");
  const japanese = kana > 0 && kana >= SYLLABLES * (kana + ideographs);
  const merged = [
    ...counts.filter(({ code }) => !["Hira", "Kana", "Hani"].includes(code)),
    { code: japanese ? "Jpan" : "Hani", count: kana + ideographs },
  ];
  const total = merged.reduce((sum, { count }) => sum + count, 0);
  const top = merged.reduce((most, one) => (one.count > most.count ? one : most));
  return total === 0 ? null : { code: top.code, share: Math.round((top.count / total) * 1000) / 1000 };
}

/** The one language that the script points to; null where several share it. */
export function languageByScript(code: string): { language: string; sure: boolean } | null {
  return BY_SCRIPT[code] ?? null;
}
