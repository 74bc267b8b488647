import type { z } from "zod";
import { CoinslotError } from "../errors";
import { readBody } from "../readBody";

/** The body of a page's own request, checked; the fault of each field else. Throws before it read more than `maxBytes`. */
export async function readJsonBody<T extends z.ZodType>(request: Request, schema: T, maxBytes = 32 * 1024): Promise<z.output<T>> {
  // Another site's form can't send this type without asking us first.
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new CoinslotError("unsupported_media_type");
  const parsed = schema.safeParse(parseJson(await readBody(request, maxBytes)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.slice(0, 20).map((i) => ({ field: i.path.join(".") || "body", message: i.message }));
  throw new CoinslotError("invalid_input", "The body does not have the fields that it needs.", { fields });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json");
  }
}
