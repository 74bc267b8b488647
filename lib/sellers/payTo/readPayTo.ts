import { getAddress, isAddress, zeroAddress } from "viem";
import { paymentNetwork } from "@/lib/chains";
import { env } from "@/lib/env";
import { fieldFault } from "../fieldFault";

/** Below this the chain keeps contracts of its own, and nobody has a key. */
const OWN_CONTRACTS = 0xffffn;

/** An address that money can go to, lower case. Contracts are fine: many wallets are. Throws `invalid_input`. */
export function readPayTo(raw: string): string {
  const text = raw.trim();
  if (!isAddress(text, { strict: false })) {
    throw fieldFault("payTo", "not_an_address", "An address is 0x and 40 characters, 0 to 9 and a to f.");
  }
  const mixed = /[a-f]/.test(text.slice(2)) && /[A-F]/.test(text.slice(2));
  if (mixed && getAddress(text) !== text) {
    throw fieldFault("payTo", "checksum", "Its capital letters do not fit: a character is wrong. Copy it again.");
  }
  const address = text.toLowerCase();
  if (address === zeroAddress) throw fieldFault("payTo", "zero_address", "What is sent to the zero address is lost.");
  if (BigInt(address) <= OWN_CONTRACTS)
    throw fieldFault("payTo", "nobodys_address", "Nobody has the key of this address: what is sent there is lost.");
  const { asset } = paymentNetwork(env().network);
  if (address === asset.address.toLowerCase()) {
    throw fieldFault("payTo", "token_contract", "This is the token's own contract: what is sent there is lost.");
  }
  return address;
}
