import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { answered } from "./results";

/** An answer that is no JSON, as MCP has it: text, a picture, a sound, or a file. `uri`: what the file is called by. */
export function rawContent(contentType: string, body: Uint8Array, uri: string): CallToolResult {
  const mimeType = contentType.split(";")[0]?.trim().toLowerCase() || "application/octet-stream";
  if (mimeType.startsWith("text/")) return answered(null, Buffer.from(body).toString("utf8"));
  const data = Buffer.from(body).toString("base64");
  if (mimeType.startsWith("image/")) return { content: [{ type: "image", data, mimeType }] };
  if (mimeType.startsWith("audio/")) return { content: [{ type: "audio", data, mimeType }] };
  return { content: [{ type: "resource", resource: { uri, mimeType, blob: data } }] };
}
