import { privateKeyToAccount } from "viem/accounts";
import { acceptedOrigin } from "@/lib/auth/acceptedOrigin";
import { authRoute } from "@/lib/auth/authRoute";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";

/** The test seller's key, which everybody knows, for one-click sign-in. It exists on the local chain only. */
export const POST = authRoute(async (request) => {
  const { local } = env();
  if (!local) throw new CoinslotError("not_found");
  acceptedOrigin(request, env());
  const privateKey = local.sellerPrivateKey;
  return Response.json({ address: privateKeyToAccount(privateKey).address, privateKey });
});
