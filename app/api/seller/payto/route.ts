import type { Hex } from "viem";
import { z } from "zod";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { readJsonBody } from "@/lib/auth/readJsonBody";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { env } from "@/lib/env";
import { changePayTo } from "@/lib/sellers/payTo/changePayTo";
import { sellerJson } from "@/lib/sellers/sellerJson";

const signature = z
  .string()
  .max(16_000)
  .regex(/^0x(?:[0-9a-fA-F]{2})+$/, "must be 0x and hexadecimal bytes")
  .transform((value) => value as Hex);
const body = z.object({ payTo: z.string().max(100), nonce: z.string().min(8).max(100), signature });

/** `POST {payTo, nonce, signature}`: pays sales to another address from now on. 401 `signature_refused` when the signature does not fit. */
export const POST = sellerRoute(async (request, account) => {
  const signed = await readJsonBody(request, body);
  return Response.json({ seller: sellerJson(await changePayTo(account, acceptedOrigin(request, env()), signed)) });
});
