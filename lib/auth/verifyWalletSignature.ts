import "server-only";
import { type Address, type Hex, isAddressEqual, recoverMessageAddress } from "viem";
import { settlementChain } from "../chainClient";
import { CoinslotError } from "../errors";

/** EIP-6492: a wallet that is not deployed yet wraps its signature and ends it so. */
const UNDEPLOYED = "6492649264926492649264926492649264926492649264926492649264926492";

/** Did this address sign this text? Ordinary keys by arithmetic alone, contract wallets by asking the chain. */
export async function verifyWalletSignature(address: Address, message: string, signature: Hex): Promise<boolean> {
  if (await recovers(address, message, signature)) return true;
  // An ordinary account has nothing more to say, and a stranger's bad signature costs us one look at most.
  const client = settlementChain();
  try {
    if (!signature.endsWith(UNDEPLOYED) && !(await client.getCode({ address }))) return false;
    return await client.verifyMessage({ address, message, signature });
  } catch (cause) {
    throw new CoinslotError("chain_unavailable", undefined, { retryAfterSeconds: 5, cause });
  }
}

async function recovers(address: Address, message: string, signature: Hex): Promise<boolean> {
  try {
    return isAddressEqual(await recoverMessageAddress({ message, signature }), address);
  } catch {
    return false;
  }
}
