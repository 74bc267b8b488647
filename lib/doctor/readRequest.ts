import { z } from "zod";
import { CoinslotError } from "../errors";
import { isRecord } from "../payments/wire";
import { readBody } from "../readBody";
import { DOCTOR_LIMITS } from "./limits";
import { parseJson } from "./parseJson";
import type { ProbeMethod } from "./types";

/** What the doctor is asked: `body` is JSON text that goes with POST. */
export type DoctorRequest = { url: string; method?: ProbeMethod; body?: string };

const schema = z.strictObject({
  url: z.string("must be an address, as text").min(1, "must be an address").max(2_048, "must not be longer than 2048 characters"),
  method: z.enum(["GET", "POST"], "must be GET or POST").optional(),
  body: z.record(z.string(), z.unknown(), "must be an object").optional(),
});

/** `{url, method?, body?}` of a request. Throws `invalid_json` and `invalid_input`, each with the way to mend it. */
export async function readRequest(request: Request): Promise<DoctorRequest> {
  const value = parseJson(await readBody(request, DOCTOR_LIMITS.requestKib * 1024));
  if (!isRecord(value)) {
    throw new CoinslotError("invalid_json", "The body is not a JSON object.", { hint: 'Send {"url": "https://…"}.' });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success)
    throw faulty(parsed.error.issues.slice(0, 5).map(({ path, message }) => ({ field: path.join(".") || "(body)", message })));
  const { url, method, body } = parsed.data;
  if (method === "GET" && body) throw faulty([{ field: "body", message: "goes with POST only; for GET put the input into the address" }]);
  return { url, ...(method ? { method } : {}), ...(body ? { body: JSON.stringify(body) } : {}) };
}

function faulty(fields: { field: string; message: string }[]): CoinslotError {
  const [first] = fields;
  return new CoinslotError("invalid_input", `${first?.field}: ${first?.message}`, {
    hint: 'Send {"url": "https://…", "method": "POST"}.',
    fields,
  });
}
