import { z } from "zod";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { moderate } from "@/lib/operators/moderate";
import { operatorRoute } from "@/lib/operators/operatorRoute";

type Context = { params: Promise<{ id: string }> };

/** `POST {reason}`: allows a listing again that was taken down; it comes back `off`, for its seller to publish. */
export const POST = operatorRoute<Context>(async (request, operator, { params }) => {
  const { reason } = await readJsonBody(request, z.object({ reason: z.string().max(4_000) }));
  return Response.json(await moderate({ operator, listingId: (await params).id, action: "restore", reason }));
});
