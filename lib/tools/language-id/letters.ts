/** Beside a to z or the whole basic Cyrillic alphabet: the letters that a language has of its own. Others don't occur in its words. */
const OWN: Record<string, string> = {
  eng: "",
  deu: "äöüß",
  fra: "àâæçéèêëîïôœùûüÿ",
  spa: "áéíñóúü",
  por: "àáâãçéêíóôõú",
  ita: "àèéìíòóùú",
  nld: "éëïóöü",
  afr: "êëéèôûïî",
  swe: "åäöé",
  dan: "æøåé",
  nob: "æøåéòó",
  nno: "æøåéòó",
  fin: "äöåšž",
  ekk: "äöõüšž",
  pol: "ąćęłńóśźż",
  ces: "áčďéěíňóřšťúůýž",
  slk: "áäčďéíĺľňóôŕšťúýž",
  slv: "čšž",
  hrv: "čćđšž",
  bos: "čćđšž",
  hun: "áéíóöőúüű",
  ron: "ăâîșşțţ",
  lit: "ąčęėįšųūž",
  lvs: "āčēģīķļņšūž",
  tur: "çğıöşüâîû",
  ind: "",
  tgl: "ñ",
  cat: "àçèéíïòóúü·",
  glg: "áéíñóúü",
  swh: "",
  als: "çë",
  nds: "äöüß",
  hat: "èò",
  rus: "",
  ukr: "ґєії",
  bel: "ўі",
  bul: "",
  srp: "ђјљњћџ",
  mkd: "ѓѕјљњќџ",
};

/** Of the common Cyrillic alphabet, what a language does without. */
const WITHOUT: Record<string, string> = {
  ukr: "ыэъё",
  bel: "ищъ",
  bul: "ыэё",
  srp: "йщъыьэюяё",
  bos: "йщъыьэюяё",
  mkd: "йщъыьэюяё",
  rus: "",
};

const COMMON = new Set("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнопрстуфхцчшщъыьэюяё'’".split(""));
const ALPHABETS = new Map(Object.entries(OWN).map(([code, own]) => [code, { own: new Set(own), without: new Set(WITHOUT[code] ?? "") }]));

/** The share of the letters (each with its count) that the language's own spelling does not have; 0 for one whose alphabet isn't known here. */
export function foreignShare(code: string, letters: ReadonlyMap<string, number>): number {
  const alphabet = ALPHABETS.get(code);
  if (!alphabet) return 0;
  let foreign = 0;
  let all = 0;
  for (const [letter, count] of letters) {
    all += count;
    if (alphabet.without.has(letter) || (!COMMON.has(letter) && !alphabet.own.has(letter))) foreign += count;
  }
  return all === 0 ? 0 : foreign / all;
}
