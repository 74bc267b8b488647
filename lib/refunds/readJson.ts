import "server-only";
import type { z } from "zod";
import { CoinslotError } from "@/lib/errors";
import { readBody } from "@/lib/readBody";

const MAX_BYTES = 16 * 1024;

/** A small JSON body that fits its schema, or the fault of each field. */
export async function readJson<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new CoinslotError("unsupported_media_type");
  const text = await readBody(request, MAX_BYTES);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json");
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((i) => ({ field: i.path.join(".") || "body", message: i.message }));
  throw new CoinslotError("invalid_input", "The body does not fit.", { fields });
}
