/** Letters of other scripts that look like Latin ones; what Unicode itself takes apart (accents, wide and styled forms) is not here. */
const LOOKS_LIKE: Record<string, string> = {
  a: "аɑαᴀɐ",
  b: "ьвβʙƅ",
  c: "сϲᴄ¢ҫ",
  d: "ԁᴅđɗ",
  e: "еєεҽᴇ℮ɛэ",
  f: "ƒꜰϝ",
  g: "ɡɢԍ",
  h: "һнʜђ",
  i: "іıɪιїӏɩ|¡!",
  j: "јᴊϳ",
  k: "кκᴋҡ",
  l: "ʟłⅼ",
  m: "мᴍ",
  n: "пηɴռ",
  o: "оοᴏøσօө○",
  p: "рρᴘ",
  q: "ԛգ",
  r: "гʀᴦ",
  s: "ѕꜱ$ʂ",
  t: "тτᴛŧ",
  u: "υцᴜսʋ",
  v: "νѵᴠ",
  w: "ѡԝωᴡ",
  x: "хχ×",
  y: "уγʏүყ",
  z: "ᴢʐ",
  ae: "æ",
  oe: "œ",
  ss: "ß",
  "@": "＠",
};

/** Each of those letters, with the Latin one that it is taken for. */
export const CONFUSABLES: ReadonlyMap<string, string> = new Map(
  Object.entries(LOOKS_LIKE).flatMap(([latin, others]) => [...others].map((other): [string, string] => [other, latin])),
);
