import { z } from "zod";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { applyVersion, summaryOf } from "@/lib/listings/applyVersion";
import { changesJson } from "@/lib/listings/changesJson";
import { compareVersion } from "@/lib/listings/compareVersion";
import { wholeListing } from "@/lib/listings/wholeListing";

type Context = { params: Promise<{ id: string }> };

const fields = z.object({
  spec: z.string().max(60),
  /** The version that was looked at, and the price of what is new: with them it is put in force. */
  apply: z.object({ version: z.int(), price: z.string().max(40) }).optional(),
});

/** `POST {spec}`: what a newer description would change. `POST {spec, apply: {version, price}}`: puts it in force. */
export const POST = sellerRoute<Context>(async (request, account, { params }) => {
  const { id } = await params;
  const { spec, apply } = await readJsonBody(request, fields);
  if (!apply) {
    const { listing, changes } = await compareVersion(account, id, spec);
    return Response.json({ version: listing.version, summary: summaryOf(changes), changes: changesJson(changes) });
  }
  await applyVersion(account, id, { spec, ...apply });
  return Response.json({ listing: await wholeListing(account, id) });
});
