import { isUtf8 } from "node:buffer";
import { cleanText } from "@/lib/cleanText";
import { readBody } from "@/lib/web/body";
import { canUnpack } from "@/lib/web/decompress";
import type { Hop } from "@/lib/web/hop";
import { oddPacking, tooLarge } from "./refusals";

const MOST_WORDS = 500;
/** What is looked at of a refusal to find those. */
const MOST_REFUSAL_BYTES = 16 * 1024;

/** The whole body, unpacked; nothing of one that is cut off, badly packed or larger than `maxBytes`. */
export async function readAnswer(hop: Hop, maxBytes: number): Promise<Buffer> {
  const encoding = hop.headers["content-encoding"] ?? "";
  if (!canUnpack(encoding)) {
    hop.leave();
    throw oddPacking();
  }
  if (Number(hop.headers["content-length"]) > maxBytes) {
    hop.leave();
    throw tooLarge(maxBytes);
  }
  const { bytes, truncated } = await readBody(hop.source, encoding, maxBytes, { whole: true });
  if (truncated) throw tooLarge(maxBytes);
  return bytes;
}

/** What an upstream says in refusing, on one clean line; empty where it is no text. `hide` takes out what must not be shown. */
export async function readWords(hop: Hop, hide: (text: string) => string): Promise<string> {
  const { "content-type": type = "", "content-encoding": encoding = "" } = hop.headers;
  if (!/^(text\/plain|application\/([\w.+-]+\+)?json)\b/i.test(type) || !canUnpack(encoding)) {
    hop.leave();
    return "";
  }
  const read = await readBody(hop.source, encoding, MOST_REFUSAL_BYTES).catch(() => null);
  if (!read || !isUtf8(read.bytes)) return "";
  return cleanText(hide(cleanText(hide(read.bytes.toString("utf8")), MOST_REFUSAL_BYTES)), MOST_WORDS);
}
