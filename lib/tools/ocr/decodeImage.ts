import { ToolRefusal } from "../refusal";

/** The bytes of base64, bare or in a data: URL. Refuses what is something else. */
export function decodeImage(text: string): Buffer {
  const comma = text.startsWith("data:") ? text.indexOf(",") : -1;
  if (text.startsWith("data:") && !/;base64$/i.test(text.slice(0, Math.max(0, comma)))) {
    throw notBase64("The data: URL holds no base64.");
  }
  const bare = text.slice(comma + 1).replace(/\s+/g, "");
  const letters = bare.replace(/={1,2}$/, "").length;
  const bytes = Buffer.from(bare, "base64");
  // Node skips what is no base64, so fewer bytes than letters promise mean that there was some.
  if (letters === 0 || bytes.length !== Math.floor((letters * 3) / 4)) throw notBase64("This is no base64.");
  return bytes;
}

function notBase64(message: string): ToolRefusal {
  return new ToolRefusal("not_an_image", message, { hint: "Send the picture's bytes as base64, or as data:image/…;base64,…" });
}
