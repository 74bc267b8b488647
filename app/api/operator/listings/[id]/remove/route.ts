import { z } from "zod";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { moderate } from "@/lib/operators/moderate";
import { operatorRoute } from "@/lib/operators/operatorRoute";

type Context = { params: Promise<{ id: string }> };

/** `POST {reason}`: takes a listing down, for operators of this market. Everybody can read the reason. */
export const POST = operatorRoute<Context>(async (request, operator, { params }) => {
  const { reason } = await readJsonBody(request, z.object({ reason: z.string().max(4_000) }));
  return Response.json(await moderate({ operator, listingId: (await params).id, action: "remove", reason }));
});
