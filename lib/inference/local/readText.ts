import "server-only";
import { ToolRefusal } from "@/lib/tools/refusal";
import { type Box, boxAsSent, type Moved } from "./boxAsSent";
import { inThread } from "./threads";

export type ReadWord = { block: number; paragraph: number; line: number; text: string; confidence: number; box: Box };

export type ReadImage = {
  /** In the order of reading; boxes in pixels of the picture as people see it. */
  words: ReadWord[];
  /** Clockwise, what it took to bring the picture upright. */
  turnedDegrees: number;
  /** Clockwise, how far its lines lay off the level. */
  slopeDegrees: number;
};

type FromThread = ({ kind: "read"; words: ReadWord[] } & Moved) | { kind: "unreadable" } | { kind: "too_large" };

/** A picture that seems to lie on its side is turned and read again only while this much has passed. */
const TURN_WITHIN_MS = 8_000;

/**
 * English text of a picture whose kind and size have been checked. `orientation`: EXIF's, 1 where there is none. `bytes`
 * are moved to the thread and can't be used afterwards. Refuses `image_unreadable` and `image_too_large` beside `inThread`'s own.
 */
export async function readText(bytes: Uint8Array<ArrayBuffer>, orientation: number, signal: AbortSignal): Promise<ReadImage> {
  const task = { bytes, orientation, turnWithinMs: TURN_WITHIN_MS };
  const read = await inThread<FromThread>("ocr", task, signal, [bytes.buffer]);
  if (read.kind === "unreadable") {
    throw new ToolRefusal("image_unreadable", "The picture's data is damaged or of a kind that can't be opened.", {
      hint: "Save it as a plain PNG or JPEG and send that.",
    });
  }
  if (read.kind === "too_large") {
    throw new ToolRefusal("image_too_large", "The picture takes more memory than a call may have.", { hint: "Send it smaller." });
  }
  return {
    words: read.words.map((word) => ({ ...word, box: boxAsSent(word.box, read) })),
    turnedDegrees: read.quarters * 90,
    slopeDegrees: Math.round((-read.slope * 180 * 10) / Math.PI) / 10 + 0,
  };
}
