import { z } from "zod";
import { WEBHOOK_EVENTS } from "@/db/schema/webhooks";
import { cleanText } from "../cleanText";
import { CoinslotError } from "../errors";
import { readBody } from "../readBody";

const MAX_BYTES = 8 * 1024;

const parts = {
  url: z.string().trim().min(1, "is missing").max(2_048, "is longer than 2,048 characters"),
  description: z
    .string()
    .max(400)
    .transform((text) => cleanText(text, 100)),
  events: z
    .array(z.enum(WEBHOOK_EVENTS, `holds one that is not known; there are ${WEBHOOK_EVENTS.join(", ")}`))
    .min(1, "choose at least one")
    .max(50)
    .transform((events) => WEBHOOK_EVENTS.filter((event) => events.includes(event))),
};

export const newEndpointSchema = z.object({ ...parts, description: parts.description.default("") });
export const endpointChangeSchema = z.object({ ...parts, state: z.enum(["on", "off"]) }).partial();

/** The body of a request about an endpoint; throws `invalid_input` with the fault of each field. */
export async function readEndpoint<T>(request: Request, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\s*(;|$)/i.test(request.headers.get("content-type") ?? "")) throw new CoinslotError("unsupported_media_type");
  const parsed = schema.safeParse(parseJson(await readBody(request, MAX_BYTES)));
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({ field: String(issue.path[0] ?? "body"), message: issue.message }));
  throw new CoinslotError("invalid_input", "The endpoint is not complete.", { fields });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new CoinslotError("invalid_json");
  }
}
