import { readText } from "@/lib/inference/local/readText";
import type { ToolContext } from "../define";
import { ToolRefusal } from "../refusal";
import { decodeImage } from "./decodeImage";
import { MAX_BYTES, pictureOf } from "./picture";
import type { OcrAnswer, OcrInput } from "./schema";
import { writeAnswer } from "./writeAnswer";

const FETCH_MS = 10_000;

/** Takes the picture, looks at its head, and has it read by a thread. */
export async function run(input: OcrInput, ctx: ToolContext): Promise<OcrAnswer> {
  const began = performance.now();
  const { bytes, url } =
    input.image === undefined ? await fetchImage(input.url ?? "", ctx) : { bytes: decodeImage(input.image), url: null };
  const picture = pictureOf(bytes);
  const read = await readText(picture.bytes, picture.orientation, ctx.signal);
  const tookMs = performance.now() - began;
  return writeAnswer({ picture, bytes: bytes.length, url, read, minConfidence: input.min_confidence, tookMs });
}

/** Free look before any price: is what was sent a picture that can be read? */
export function ready(input: OcrInput): void {
  if (input.image !== undefined) pictureOf(decodeImage(input.image));
}

async function fetchImage(address: string, { web, signal }: ToolContext): Promise<{ bytes: Uint8Array; url: string }> {
  const answer = await web.fetch(address, { headers: { accept: "image/*" }, maxBytes: MAX_BYTES, timeoutMs: FETCH_MS, signal });
  if (answer.status < 200 || answer.status > 299) {
    throw new ToolRefusal("image_not_there", `The address answered ${answer.status} in place of a picture.`, {
      hint: "Open the address in a browser: does it show the picture to everyone?",
    });
  }
  if (answer.truncated) throw new ToolRefusal("image_too_large", "The picture has more than 3 MB.", { hint: "Send it smaller." });
  return { bytes: answer.body, url: answer.url };
}
