import { z } from "zod";
import type { ToolSchema } from "../define";

export const input = z.object({
  url: z.string().trim().min(1).max(2_048).describe("The page's address, http or https."),
  device: z
    .enum(["desktop", "phone"])
    .default("desktop")
    .describe("desktop: 1280 by 800. phone: 390 by 844, two pixels to a point, touch."),
  format: z.enum(["png", "webp"]).default("png").describe("webp is far smaller, and loses a little."),
  width: z.number().int().min(320).max(1_920).optional().describe("Of the window, in place of the device's."),
  height: z.number().int().min(240).max(1_600).optional().describe("Of the window, in place of the device's."),
  full_page: z.boolean().default(false).describe("The whole page, not only what a window shows; up to 8,000 pixels of it."),
  dark: z.boolean().default(false).describe("Ask the page for its dark colours."),
  wait_ms: z.number().int().min(0).max(3_000).default(0).describe("To wait once the page has loaded."),
});

export const output = z.object({
  image: z.object({
    base64: z.string(),
    mime_type: z.enum(["image/png", "image/webp"]),
    width: z.number().int().describe("Pixels of the picture."),
    height: z.number().int(),
    bytes: z.number().int().describe("At most 2,000,000."),
    scale: z.number().describe("Pixels to a point of the page: 2 for a phone; less where the picture was made smaller to fit."),
  }),
  url: z.string().describe("Where the page came to in the end."),
  title: z.string().nullable(),
  status: z.number().int().describe("HTTP status of the page."),
  complete: z.boolean().describe("false: something of the page had still not come when the picture was taken."),
  truncated: z.boolean().describe("The page goes on below the picture, though the whole page was asked for."),
  page_height: z.number().int().describe("Of the whole page, in points."),
  console_errors: z.object({ count: z.number().int(), first: z.array(z.string()) }).describe("The first 20, each cut to 300 characters."),
  blocked_requests: z
    .object({ count: z.number().int(), first: z.array(z.object({ url: z.string(), reason: z.string() })) })
    .describe("What the page wanted and was not let or could not be reached: the first 10."),
  robots: z
    .object({ allowed: z.boolean().nullable().describe("null: the site's robots.txt could not be had."), rule: z.string().nullable() })
    .describe("What the site's robots.txt says to our robot about this address. It is told, and left to you: one page at a person's wish."),
  took_ms: z.number().int(),
});

export type ScreenshotInput = z.output<typeof input>;
export type ScreenshotAnswer = z.infer<typeof output>;

export const schema: ToolSchema<typeof input, typeof output> = {
  input,
  output,
  fields: {
    url: { label: "Address", placeholder: "https://…", mono: true },
    full_page: { label: "The whole page" },
    device: { label: "Device", placeholder: "Desktop" },
    width: { label: "Width", placeholder: "The device's" },
    height: { label: "Height", placeholder: "The device's" },
    format: { label: "Format", placeholder: "PNG" },
    wait_ms: { label: "Wait, ms", placeholder: "0" },
    dark: { label: "Dark colours" },
  },
};
