import { type Hex, hexToString, isHex, numberToHex } from "viem";
import { storedTestAccount, type TestAccount } from "./testAccount";

type Request = { method: string; params?: readonly unknown[] };

/** EIP-1193 over the test account: just what signing a payment or a sign-in needs. It never sends anything. */
export function testWalletProvider(chainId: number): { request: (request: Request) => Promise<unknown> } {
  return {
    request: async ({ method, params = [] }) => {
      const account = storedTestAccount();
      if (method === "eth_chainId") return numberToHex(chainId);
      if (method === "eth_accounts" || method === "eth_requestAccounts") return account ? [account.address] : [];
      if (method === "wallet_switchEthereumChain") return null;
      if (!account) throw new Error("There is no test wallet in this browser.");
      if (method === "personal_sign") return signMessage(account, String(params[0]));
      if (method === "eth_signTypedData_v4") return signTypedData(account, String(params[1]));
      throw Object.assign(new Error(`The test wallet does not do ${method}.`), { code: 4200 });
    },
  };
}

async function signMessage(account: TestAccount, message: string): Promise<Hex> {
  const { privateKeyToAccount } = await import("viem/accounts");
  return privateKeyToAccount(account.privateKey).signMessage({ message: isHex(message) ? hexToString(message) : message });
}

async function signTypedData(account: TestAccount, json: string): Promise<Hex> {
  const { privateKeyToAccount } = await import("viem/accounts");
  return privateKeyToAccount(account.privateKey).signTypedData(JSON.parse(json));
}
