import type { Language } from "./schema";

/** Of languages that the runtime has no English name for. */
const NAMES: Record<string, string> = {
  aii: "Assyrian Neo-Aramaic",
  bci: "Baoulé",
  cjk: "Chokwe",
  dip: "Northeastern Dinka",
  fuf: "Pular",
  fuv: "Nigerian Fulfulde",
  hms: "Southern Qiandong Miao",
  kbp: "Kabiyè",
  nhn: "Central Nahuatl",
  quy: "Ayacucho Quechua",
  rmn: "Balkan Romani",
  skr: "Saraiki",
  toi: "Tonga (Zambia)",
  zlm: "Malay",
};
/** One of the languages that a two-letter code stands for, where the runtime doesn't say so. */
const SHORT: Record<string, string> = { zlm: "ms" };

const languageNames = new Intl.DisplayNames(["en"], { type: "language" });
const scriptNames = new Intl.DisplayNames(["en"], { type: "script" });

/** An ISO 639-3 code with its two-letter code, where there is one, and its English name. */
export function namedLanguage(code: string): Language {
  const short = SHORT[code] ?? new Intl.Locale(code).language;
  return { code, iso_639_1: short.length === 2 ? short : null, name: NAMES[code] ?? languageNames.of(code) ?? code };
}

export function scriptName(code: string): string {
  return scriptNames.of(code) ?? code;
}
