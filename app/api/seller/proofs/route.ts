import { z } from "zod";
import { db } from "@/db/client";
import { proofsOf } from "@/db/queries/hostProofs";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { beginProof } from "@/lib/sellers/proofs/beginProof";
import { proofJson } from "@/lib/sellers/proofs/proofJson";
import { readHost } from "@/lib/sellers/proofs/readHost";
import { removeProof } from "@/lib/sellers/proofs/removeProof";
import { requireSeller } from "@/lib/sellers/requireSeller";

const body = z.object({ host: z.string().max(2_048) });

/** `GET`: the hosts of the wallet that is signed in, and how their proofs stand. */
export const GET = sellerRoute(async (_, account) => Response.json({ proofs: (await proofsOf(db(), account)).map(proofJson) }));

/** `POST {host}`: what to place where, with a token of its own. The same host gets the same token again. */
export const POST = sellerRoute(async (request, account) => {
  const { host } = await readJsonBody(request, body);
  await requireSeller(account);
  return Response.json({ proof: proofJson(await beginProof(account, readHost(host))) }, { status: 201 });
});

/** `DELETE {host}`: forgets it. 400 `host_in_use` while something is sold from it. */
export const DELETE = sellerRoute(async (request, account) => {
  const { host } = await readJsonBody(request, body);
  await removeProof(account, readHost(host));
  return Response.json({ removed: true });
});
