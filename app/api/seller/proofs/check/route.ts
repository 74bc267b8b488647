import { z } from "zod";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { CoinslotError } from "@/lib/errors";
import { takeTurnOf } from "@/lib/sellers/limits";
import { checkProof } from "@/lib/sellers/proofs/checkProof";
import { proofParts } from "@/lib/sellers/proofs/parts";
import { proofJson } from "@/lib/sellers/proofs/proofJson";
import { proofOf } from "@/lib/sellers/proofs/proofOf";
import { readHost } from "@/lib/sellers/proofs/readHost";

/** `POST {host}`: looks for the proof now. `found` says whether it is there; `finding` what was found in both places. */
export const POST = sellerRoute(async (request, account) => {
  const { host: given } = await readJsonBody(request, z.object({ host: z.string().max(2_048) }));
  const host = readHost(given);
  takeTurnOf("proofChecks", account);
  const { seen, file, dns } = await checkProof(proofParts(), account, host);
  const proof = await proofOf(account, host);
  if (!proof) throw new CoinslotError("not_found");
  return Response.json({ found: seen === "yes", proof: proofJson(proof), finding: { file, dns } });
});
