import { CORS_HEADERS } from "@/lib/cors";
import { listings } from "@/lib/discovery/listing";
import { llmsText } from "@/lib/discovery/llms";
import { errorResponse } from "@/lib/http";
import { publicOrigin } from "@/lib/origin";

export const dynamic = "force-dynamic";

/** `GET /llms.txt` */
export async function GET(request: Request): Promise<Response> {
  try {
    const origin = publicOrigin(request);
    const text = llmsText(origin, await listings(origin));
    return new Response(text, { headers: { "content-type": "text/plain; charset=utf-8", ...CORS_HEADERS } });
  } catch (error) {
    return errorResponse(error);
  }
}
