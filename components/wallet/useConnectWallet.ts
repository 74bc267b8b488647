"use client";

import { useMutation } from "@tanstack/react-query";
import { toast } from "sonner";
import { type Connector, useConnect, useConnectors } from "wagmi";
import { fetchJson } from "./fetchJson";
import { makeTestAccount, storedTestAccount } from "./testAccount";
import { TEST_WALLET_ID } from "./testWallet";
import { useFaucet } from "./useFaucet";

/** Less than this many atomic USDC, and a test wallet is filled as it is taken. */
const FILL_BELOW = 1_000_000n;

/** The wallets that can be had, and the one verb that connects any of them. */
export function useConnectWallet() {
  const connectors = useConnectors();
  const connect = useConnect();
  const faucet = useFaucet();
  const fill = async (address: string) => {
    const { balance } = await fetchJson<{ balance: string }>(`/api/chain/balance?address=${address}`);
    if (BigInt(balance) < FILL_BELOW) await faucet.mutateAsync(address);
  };
  const mutation = useMutation({
    mutationFn: async (connector: Connector) => {
      // It is filled before it is here: whoever pays at once must not be told that it is empty.
      if (connector.id === TEST_WALLET_ID) await fill((storedTestAccount() ?? (await makeTestAccount())).address);
      await connect.mutateAsync({ connector });
    },
    onError: (error) => {
      const declined = /reject|denied|declin/i.test(error.message);
      toast(declined ? "Not connected: you declined" : "The wallet did not connect", {
        description: declined ? "Nothing was shared and nothing was charged." : error.message.split("\n")[0],
      });
    },
  });
  return {
    test: connectors.find((c) => c.id === TEST_WALLET_ID) ?? null,
    injected: connectors.filter((c) => c.id !== TEST_WALLET_ID),
    connect: mutation.mutate,
    pending: mutation.isPending ? (mutation.variables ?? null) : null,
  };
}
