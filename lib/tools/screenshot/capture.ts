import type { CDPSession } from "playwright-core";
import { inTime } from "@/lib/web/browser/inTime";
import { ToolRefusal } from "../refusal";
import type { ScreenshotInput } from "./schema";

/** Of base64's contents. */
export const MAX_BYTES = 2_000_000;
/** Points of a page; browsers draw no more than 16,384 pixels at once. */
const MAX_HEIGHT = 8_000;
const TRY_MS = 8_000;

export type Captured = {
  data: string;
  bytes: number;
  width: number;
  height: number;
  scale: number;
  truncated: boolean;
  pageHeight: number;
};

/** What of the page fits into the window, in points of the page. */
type Window = { width: number; height: number };
/** The window and its screen, as the browser emulates them. */
export type Screen = { width: number; height: number; deviceScaleFactor: number; mobile: boolean };

type Attempt = { height: number; scale: number; quality: number };

/** A picture that is not too large: first with less quality, then with less of the page or fewer pixels. */
export async function capture(cdp: CDPSession, { full_page, format }: ScreenshotInput, screen: Screen): Promise<Captured> {
  // Each session of the browser draws by its own measures, and this one was not told any yet.
  await cdp.send("Emulation.setDeviceMetricsOverride", screen);
  const { cssContentSize, cssVisualViewport } = await cdp.send("Page.getLayoutMetrics");
  // Phones show a page that was not made for them from farther away, so more of it fits.
  const window = { width: Math.round(cssVisualViewport.clientWidth), height: Math.round(cssVisualViewport.clientHeight) };
  const pageHeight = Math.max(1, Math.ceil(cssContentSize.height));
  const wanted = full_page ? Math.min(MAX_HEIGHT, Math.max(pageHeight, window.height)) : window.height;
  let attempt: Attempt = { height: wanted, scale: cssVisualViewport.scale, quality: 80 };
  for (let tries = 0; tries < 6; tries++) {
    const data = await shoot(cdp, format, window, attempt);
    const bytes = Math.floor((data.length * 3) / 4) - (data.endsWith("==") ? 2 : data.endsWith("=") ? 1 : 0);
    if (bytes <= MAX_BYTES) {
      const { width, height } = pixelsOf(Buffer.from(data.slice(0, 64), "base64"), format);
      const truncated = full_page && attempt.height < pageHeight;
      return { data, bytes, width, height, scale: attempt.scale * screen.deviceScaleFactor, truncated, pageHeight };
    }
    attempt = smaller(attempt, format, window.height, bytes);
  }
  throw new ToolRefusal("image_too_large", "No picture of this page is smaller than 2 MB.", {
    hint: "Ask for webp, or for a smaller window.",
  });
}

function smaller({ height, scale, quality }: Attempt, format: "png" | "webp", windowHeight: number, bytes: number): Attempt {
  if (format === "webp" && quality > 40) return { height, scale, quality: quality - 20 };
  // Some room to spare: pictures are not equally full everywhere.
  if (height > windowHeight) return { height: Math.max(windowHeight, Math.floor((height * MAX_BYTES * 0.85) / bytes)), scale, quality };
  return { height, scale: scale * Math.min(0.8, Math.sqrt(MAX_BYTES / bytes)), quality };
}

async function shoot(cdp: CDPSession, format: "png" | "webp", { width }: Window, { height, scale, quality }: Attempt): Promise<string> {
  const shot = cdp.send("Page.captureScreenshot", {
    format,
    ...(format === "webp" ? { quality } : {}),
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height, scale },
  });
  const taken = await inTime(shot, TRY_MS, null);
  if (taken) return taken.data;
  throw new ToolRefusal("page_overloaded", "The page is too much to be drawn.", { hint: "Ask for the window instead of the whole page." });
}

/** Width and height from the head of a PNG or of a WebP, lossy or not. */
function pixelsOf(head: Buffer, format: "png" | "webp"): { width: number; height: number } {
  if (format === "png") return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
  const kind = head.toString("latin1", 12, 16);
  if (kind === "VP8X") return { width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  if (kind === "VP8 ") return { width: head.readUInt16LE(26) & 0x3fff, height: head.readUInt16LE(28) & 0x3fff };
  const bits = head.readUInt32LE(21);
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
}
