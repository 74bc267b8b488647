import { z } from "zod";
import { db } from "@/db/client";
import { changesOfSeller } from "@/db/queries/sellers";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { changeProfile } from "@/lib/sellers/changeProfile";
import { findSeller } from "@/lib/sellers/findSeller";
import { joinMarket } from "@/lib/sellers/joinMarket";
import { sellerJson } from "@/lib/sellers/sellerJson";

const text = z.string().max(1_000);
const site = text.nullish();

/** `GET`: the account of the wallet that is signed in, and its public history, newest first; `seller` is null without one. */
export const GET = sellerRoute(async (_, account) => {
  const [seller, changes] = await Promise.all([findSeller(account), changesOfSeller(db(), account, 100)]);
  return Response.json({ wallet: account, seller: seller && sellerJson(seller), changes });
});

/** `POST {handle, name, site?}`: takes a handle, once. 400 names the field and a stable reason (`handle_taken`, `handle_like` …). */
export const POST = sellerRoute(async (request, account) => {
  const given = await readJsonBody(request, z.object({ handle: text, name: text, site, payTo: text.optional() }));
  return Response.json({ seller: sellerJson(await joinMarket(account, given)) }, { status: 201 });
});

/** `PATCH {name?, site?}`: what is left out stays; a site of null or "" goes. */
export const PATCH = sellerRoute(async (request, account) => {
  const next = await readJsonBody(request, z.object({ name: text.optional(), site }));
  return Response.json({ seller: sellerJson(await changeProfile(account, next)) });
});
