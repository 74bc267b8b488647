import { z } from "zod";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { LISTING_LIMITS } from "@/lib/listings/limits";
import { uploadJson } from "@/lib/listings/uploadJson";
import { uploadSpec } from "@/lib/listings/uploadSpec";

const fields = z.union([z.object({ url: z.string().max(2_048) }), z.object({ text: z.string(), file: z.string().max(300).optional() })]);

/**
 * `POST {url}` or `{text, file?}`: reads a description. `{ok: true, id, operations, servers, auth, faults, …}`, the id good for a
 * day; or `{ok: false, faults}`, each with its line and its JSON pointer.
 */
export const POST = sellerRoute(async (request, account) => {
  const given = await readJsonBody(request, fields, LISTING_LIMITS.uploadBytes);
  const uploaded = uploadJson(await uploadSpec(account, given));
  return Response.json(uploaded, { status: uploaded.ok ? 200 : 422 });
});
