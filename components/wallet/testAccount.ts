import type { Address, Hex } from "viem";

const KEY = "coinslot.testWallet";

export type TestAccount = { privateKey: Hex; address: Address };

/** The test wallet that this browser keeps, if it made one. */
export function storedTestAccount(): TestAccount | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "null");
    const account = value as Partial<TestAccount> | null;
    return account?.privateKey && account.address ? { privateKey: account.privateKey, address: account.address } : null;
  } catch {
    return null;
  }
}

/** A key made in this browser and kept in it. For the local chain only: it protects nothing of worth. */
export async function makeTestAccount(): Promise<TestAccount> {
  const { generatePrivateKey, privateKeyToAccount } = await import("viem/accounts");
  const privateKey = generatePrivateKey();
  const account = { privateKey, address: privateKeyToAccount(privateKey).address };
  localStorage.setItem(KEY, JSON.stringify(account));
  return account;
}
