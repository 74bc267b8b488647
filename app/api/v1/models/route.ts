import { CORS_HEADERS, preflight } from "@/lib/cors";
import { respond } from "@/lib/http";
import { modelList } from "@/lib/inference/modelList";

/** `GET /api/v1/models`: the OpenAI protocol's list, with prices, free. */
export function GET(): Promise<Response> {
  return respond(modelList, CORS_HEADERS);
}

export const OPTIONS = preflight;
