import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gunzipSync } from "node:zlib";
import getCore from "tesseract.js/src/worker-script/node/getCore.js";
import { givePrecedence } from "./givePrecedence.mjs";
import { capMemory } from "./memoryCap.mjs";
import { wordsOf } from "./tsv.mjs";
import { without32Bits } from "./without32Bits.mjs";

/** Twice what a picture of 16 million pixels was seen to take. */
const memoryWasShort = capMemory(384 * 1024 * 1024);
givePrecedence();

const LSTM_ONLY = 1;
/** Below this mean confidence the picture may lie on its side or its head. */
const DOUBTFUL = 65;
const CLEAR = 85;
/** Radians; a slope below is not worth a second look. */
const LEVEL = 0.005;
/** EXIF's numbers for a picture and its three quarter turns clockwise; the second row is for mirrored ones. */
const TURNS = [
  [1, 6, 3, 8],
  [2, 7, 4, 5],
];

let engine;

/** `{bytes, orientation, turnWithinMs}` → `{kind: "read", …}`, `{kind: "unreadable"}` or `{kind: "too_large"}`. */
export default async function ocr({ bytes, orientation, turnWithinMs }) {
  engine ??= start();
  const { api, files } = await engine;
  const began = performance.now();
  memoryWasShort();
  files.writeFile("/input", without32Bits(bytes));
  try {
    let best = read(api, orientation, 0);
    for (const quarters of [1, 3, 2]) {
      const late = performance.now() - began > turnWithinMs;
      if (best === null || best.blank || best.mean >= DOUBTFUL || late) break;
      const next = read(api, turned(orientation, quarters), quarters);
      if (next !== null && next.worth > best.worth) best = next;
      if (best.mean >= CLEAR) break;
    }
    if (memoryWasShort()) return { kind: "too_large" };
    return best === null ? { kind: "unreadable" } : { kind: "read", ...best };
  } finally {
    api.Clear();
    files.unlink("/input");
  }
}

async function start() {
  const core = await getCore(LSTM_ONLY, undefined, { progress() {} });
  const module = await core({ TesseractProgress() {}, print() {}, printErr() {} });
  const weights = createRequire(import.meta.url).resolve("@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz");
  module.FS.writeFile("/eng.traineddata", gunzipSync(readFileSync(weights)));
  const api = new module.TessBaseAPI();
  if (api.Init(null, "eng", LSTM_ONLY) !== 0) throw new Error("the weights were not taken");
  return { api, files: module.FS };
}

/** One look at the picture, straightened where its lines slope. null: no picture that the engine can open. */
function read(api, orientation, quarters) {
  if (api.SetImageFile(orientation, 0) === 1) return null;
  api.FindLines();
  const slope = api.GetGradient();
  const sloped = Number.isFinite(slope) && Math.abs(slope) >= LEVEL;
  if (sloped) api.SetImageFile(orientation, slope);
  api.Recognize(null);
  const { page, words, blocks } = wordsOf(api.GetTSVText());
  const worth = words.reduce((sum, word) => sum + (word.confidence >= 50 ? word.confidence * word.text.length : 0), 0);
  return { ...page, words, blank: blocks === 0, mean: api.MeanTextConf(), worth, quarters, slope: sloped ? slope : 0 };
}

function turned(orientation, quarters) {
  const row = TURNS.find((turns) => turns.includes(orientation)) ?? TURNS[0];
  return row[(row.indexOf(orientation) + quarters) % 4];
}
