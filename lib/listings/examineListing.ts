import "server-only";
import { db } from "@/db/client";
import { operationsOf, termsOf } from "@/db/queries/listings";
import { callRequest } from "@/lib/discovery/callRequest";
import type { DoctorReport } from "@/lib/doctor/report";
import { runDoctor } from "@/lib/doctor/runDoctor";
import { CoinslotError } from "@/lib/errors";
import { requireSeller } from "@/lib/sellers/requireSeller";
import { takeTurn } from "./limits";
import { requireListing } from "./requireListing";

/** The doctor's report on one call of a public listing, as a payer would make it at `origin`. Throws `listing_not_ready`. */
export async function examineListing(account: string, id: string, origin: string): Promise<DoctorReport> {
  takeTurn("looks", account);
  const listing = await requireListing(account, id);
  if (listing.kind === "x402") {
    const terms = await termsOf(db(), account, id);
    return runDoctor(listing.upstream, terms ? { method: terms.method } : {});
  }
  const { handle } = await requireSeller(account);
  const sold = (await operationsOf(db(), account, id)).filter(({ enabled, code }) => enabled && code !== null);
  const chosen = sold.find(({ shape }) => shape.method === "GET") ?? sold.find(({ shape }) => shape.method === "POST");
  if (listing.state !== "public" || !chosen) {
    throw new CoinslotError("listing_not_ready", "The doctor looks at what is on the shelves, and called by GET or POST.", {
      reason: "not_public",
    });
  }
  const { shape, example, name } = chosen;
  const { path, body } = callRequest({ slug: `${handle}/${listing.name}/${name}`, shape }, example);
  const isJson = typeof body === "string" && /json/.test(shape.bodyType ?? "");
  return runDoctor(`${origin}${path}`, { method: shape.method === "GET" ? "GET" : "POST", ...(isJson ? { body } : {}) });
}
