import type { Hex } from "viem";
import { z } from "zod";
import { CoinslotError } from "../errors";
import type { SignIn } from "./signIn";

/** A message is under 1 kB, and a contract wallet's signature a few at most. */
const MAX_BYTES = 32 * 1024;

const schema = z.object({
  message: z.string().min(1).max(4096),
  signature: z
    .string()
    .regex(/^0x(?:[0-9a-fA-F]{2})+$/, "must be 0x and hexadecimal bytes")
    .transform((v) => v as Hex),
});

/** The body of a sign-in, or the fault of each field. */
export async function readSignInBody(request: Request): Promise<SignIn> {
  // Another site's form can't send this type without asking us first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new CoinslotError("unsupported_media_type");
  const parsed = schema.safeParse(parseJson(await readText(request)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((i) => ({ field: i.path.join(".") || "body", message: i.message }));
  throw new CoinslotError("invalid_input", "The body needs a message and its signature.", { fields });
}

async function readText(request: Request): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new CoinslotError("body_too_large");
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json");
  }
}
