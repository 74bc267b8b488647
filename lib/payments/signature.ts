import { domainSeparator, type Hex, size } from "viem";
import { paymentNetwork } from "@/lib/chains";
import { keccak } from "@/lib/crypto/keccak";
import { recover, type SplitSignature } from "@/lib/crypto/recover";
import type { Authorization, Payment, Requirements } from "./types";

const SECP256K1_HALF_N = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0n;

const TYPE_HASH = keccak(
  Buffer.from("TransferWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"),
);

/** The split form that USDC takes; null for a signature that USDC would refuse (length, high s, v). */
export function splitSignature(signature: Hex): SplitSignature | null {
  if (size(signature) !== 65) return null;
  const last = Number.parseInt(signature.slice(130), 16);
  const v = last < 27 ? last + 27 : last;
  if (v !== 27 && v !== 28) return null;
  const s: Hex = `0x${signature.slice(66, 130)}`;
  if (BigInt(s) > SECP256K1_HALF_N) return null;
  return { v, r: `0x${signature.slice(2, 66)}`, s };
}

/** Is this the payer's own key? What it isn't may still be a smart wallet's signature, which only the chain can check. */
export async function signedByKey({ authorization, signature }: Payment, requirements: Requirements): Promise<boolean> {
  const parts = splitSignature(signature);
  if (!parts) return false;
  return (await recover(authorizationHash(authorization, requirements), parts)) === authorization.from.toLowerCase();
}

/** What the payer signs (EIP-712). By hand: a fifth of the time that the general way takes. */
export function authorizationHash(a: Authorization, requirements: Pick<Requirements, "network" | "asset" | "extra">): Buffer {
  const message = Buffer.alloc(7 * 32);
  TYPE_HASH.copy(message, 0);
  message.write(a.from.slice(2), 32 + 12, "hex");
  message.write(a.to.slice(2), 64 + 12, "hex");
  const numbers = [a.value, a.validAfter, a.validBefore];
  for (const [i, value] of numbers.entries()) message.write(value.toString(16).padStart(64, "0"), 96 + 32 * i, "hex");
  message.write(a.nonce.slice(2), 192, "hex");
  return keccak(Buffer.concat([Buffer.of(0x19, 0x01), domainOf(requirements), keccak(message)]));
}

const domains = new Map<string, Buffer>();

function domainOf({ network, asset, extra }: Pick<Requirements, "network" | "asset" | "extra">): Buffer {
  const key = `${network} ${asset} ${extra.name} ${extra.version}`;
  const known = domains.get(key);
  if (known) return known;
  const domain = { ...extra, chainId: paymentNetwork(network).chainId, verifyingContract: asset };
  const made = Buffer.from(domainSeparator({ domain }).slice(2), "hex");
  if (domains.size > 100) domains.clear();
  domains.set(key, made);
  return made;
}
