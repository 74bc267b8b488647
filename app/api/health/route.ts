import { health } from "@/lib/health";
import { errorResponse, jsonAnswer, toResponse } from "@/lib/http";

export const dynamic = "force-dynamic";

/** `GET /api/health`: 200 when a paid call would work now, else 503; names each part. */
export async function GET(): Promise<Response> {
  try {
    const state = await health();
    return toResponse(jsonAnswer(state.ok ? 200 : 503, state));
  } catch (error) {
    return errorResponse(error);
  }
}
