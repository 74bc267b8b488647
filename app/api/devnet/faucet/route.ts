import { getAddress, isAddress } from "viem";
import { fillTestWallet } from "@/lib/devnet/faucet";
import { env } from "@/lib/env";
import { CoinslotError } from "@/lib/errors";
import { respond } from "@/lib/http";

/** `POST /api/devnet/faucet {address}`: 25 test USDC, on the local chain only. */
export async function POST(request: Request): Promise<Response> {
  return respond(async () => {
    const { local } = env();
    if (!local) throw new CoinslotError("not_found");
    const body: unknown = await request.json().catch(() => null);
    const address = typeof body === "object" && body !== null && "address" in body ? body.address : null;
    if (typeof address !== "string" || !isAddress(address, { strict: false })) {
      throw new CoinslotError("invalid_input", "address is missing or malformed.");
    }
    return { address, balance: (await fillTestWallet(getAddress(address.toLowerCase()), local.minterPrivateKey)).toString() };
  });
}
