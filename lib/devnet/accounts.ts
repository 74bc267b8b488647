import { toHex } from "viem";
import { type HDAccount, mnemonicToAccount } from "viem/accounts";
import { TEST_MNEMONIC } from "../envFaults";

/** Which account of the well-known mnemonic plays which part on the local chain. */
const ROLES = { deployer: 0, settler: 1, seller: 2, buyer: 3, refunder: 4, operator: 5 } as const;

export type Role = keyof typeof ROLES;

export function testAccount(role: Role): HDAccount {
  return mnemonicToAccount(TEST_MNEMONIC, { addressIndex: ROLES[role] });
}

export function testPrivateKey(role: Role): `0x${string}` {
  const key = testAccount(role).getHdKey().privateKey;
  if (!key) throw new Error(`The test account "${role}" has no private key.`);
  return toHex(key);
}
