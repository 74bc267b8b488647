import { CoinslotError } from "./errors";

/** A request's body as it is, read no further than `maxBytes`. */
export async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let total = 0;
  for await (const part of request.body ?? []) {
    total += part.byteLength;
    if (total > maxBytes) {
      throw new CoinslotError("body_too_large", `The body is larger than ${Math.floor(maxBytes / 1024)} KiB.`, {
        hint: "Send less; nothing was charged.",
      });
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}
