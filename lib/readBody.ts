import { CoinslotError } from "./errors";

/**
 * A request's body as text, read no further than `maxBytes`. A body of a declared length is read at once, since the server
 * reads no more than was declared; one without is counted as it comes.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  const declared = request.headers.get("content-length");
  if (declared !== null && Number(declared) <= maxBytes) {
    const text = await request.text();
    if (text.length > maxBytes) throw tooLarge(maxBytes);
    return text;
  }
  const chunks: Uint8Array[] = [];
  let total = 0;
  for await (const chunk of request.body ?? []) {
    total += chunk.byteLength;
    if (total > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(maxBytes: number): CoinslotError {
  return new CoinslotError("body_too_large", `The body is larger than ${maxBytes / 1024} KiB.`, {
    hint: "Send less; nothing was charged.",
  });
}
