import { CoinslotError } from "./errors";

/** A request's body as text, read no further than `maxBytes`: a length header proves nothing. */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.byteLength;
    if (total > maxBytes) {
      throw new CoinslotError("body_too_large", `The body is larger than ${maxBytes / 1024} KiB.`, {
        hint: "Send less; nothing was charged.",
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
