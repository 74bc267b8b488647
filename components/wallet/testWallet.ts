import { createConnector } from "wagmi";
import { makeTestAccount, storedTestAccount } from "./testAccount";
import { testWalletProvider } from "./testWalletProvider";

export const TEST_WALLET_ID = "testWallet";
const IN_USE = "coinslot.testWallet.inUse";

/** A wallet of one click for the local chain: the key is made here and kept in this browser. */
export function testWallet() {
  return createConnector((config) => {
    const chain = config.chains[0];
    const provider = testWalletProvider(chain.id);
    return {
      id: TEST_WALLET_ID,
      name: "Test wallet",
      type: "test",
      connect: async () => {
        const account = storedTestAccount() ?? (await makeTestAccount());
        localStorage.setItem(IN_USE, "1");
        // wagmi's type asks for capabilities too when they are asked for; this wallet has none.
        return { accounts: [account.address] as never, chainId: chain.id };
      },
      disconnect: async () => localStorage.removeItem(IN_USE),
      getAccounts: async () => {
        const account = storedTestAccount();
        return account ? [account.address] : [];
      },
      getChainId: async () => chain.id,
      getProvider: async () => provider,
      isAuthorized: async () => localStorage.getItem(IN_USE) === "1" && storedTestAccount() !== null,
      switchChain: async () => chain,
      onAccountsChanged: () => undefined,
      onChainChanged: () => undefined,
      onDisconnect: () => config.emitter.emit("disconnect"),
    };
  });
}
