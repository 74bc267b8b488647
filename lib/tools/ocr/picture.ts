import { imageSize } from "image-size";
import { ToolRefusal } from "../refusal";
import type { OcrAnswer } from "./schema";

export const MAX_BYTES = 3_000_000;
const MAX_PIXELS = 16_000_000;

export type Picture = {
  bytes: Uint8Array<ArrayBuffer>;
  format: OcrAnswer["image"]["format"];
  /** As people see it: after the turn that the file asks for. */
  width: number;
  height: number;
  /** EXIF's number, 1 to 8. */
  orientation: number;
};

/** Kind and size of a picture by its first bytes, before anything of it is unpacked. Refuses what is none, or too large. */
export function pictureOf(bytes: Uint8Array): Picture {
  const format = formatOf(bytes);
  if (!format) {
    throw new ToolRefusal("not_an_image", "This is no PNG, JPEG, WebP, GIF or BMP.", { hint: "Send the picture's own bytes, as base64." });
  }
  if (bytes.length > MAX_BYTES) throw tooLarge(`${(bytes.length / 1e6).toFixed(1)} MB; it may have 3 MB.`);
  const { width, height, orientation = 1 } = sizeOf(bytes);
  if (width * height > MAX_PIXELS) throw tooLarge(`${width} by ${height} pixels; it may have 16 million.`);
  const lies = orientation >= 5;
  // A copy of its own: it is moved to a thread, and must not share its memory with other buffers.
  const own = new Uint8Array(bytes);
  return { bytes: own, format, width: lies ? height : width, height: lies ? width : height, orientation };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number; orientation?: number } {
  try {
    const { width, height, orientation } = imageSize(bytes);
    if (width > 0 && height > 0) {
      return { width, height, ...(orientation !== undefined && orientation >= 1 && orientation <= 8 ? { orientation } : {}) };
    }
  } catch {
    // Said below.
  }
  throw new ToolRefusal("image_unreadable", "The picture's head does not say how large it is.", { hint: "Save it anew and send that." });
}

function tooLarge(what: string): ToolRefusal {
  return new ToolRefusal("image_too_large", `The picture has ${what}`, { hint: "Send it smaller, or the part of it that matters." });
}

const SIGNATURES: readonly { format: Picture["format"]; at: number; bytes: string }[] = [
  { format: "png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { format: "jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { format: "webp", at: 8, bytes: "WEBP" },
  { format: "gif", at: 0, bytes: "GIF8" },
  { format: "bmp", at: 0, bytes: "BM" },
];

function formatOf(bytes: Uint8Array): Picture["format"] | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  return SIGNATURES.find((one) => head.startsWith(one.bytes, one.at))?.format ?? null;
}
