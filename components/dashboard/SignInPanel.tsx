"use client";

import { Wallet } from "lucide-react";
import { useConnection, useDisconnect, useSignMessage } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Hash } from "@/components/ui/Hash";
import { Panel } from "@/components/ui/Panel";
import { Tag } from "@/components/ui/Tag";
import { ConnectMenu } from "@/components/wallet/ConnectMenu";
import { useMarket } from "@/components/wallet/MarketContext";
import { testSeller, useSignIn } from "./useSignIn";

/** Sign in with the wallet that is paid; on the local chain also as the seller whose key everybody knows. */
export function SignInPanel() {
  const { local } = useMarket();
  const { address, isConnecting } = useConnection();
  const disconnect = useDisconnect();
  const { mutateAsync: sign } = useSignMessage();
  const signIn = useSignIn();
  const withWallet = async () => {
    if (!address) throw new Error("The wallet is not connected any more.");
    return { address, sign: (message: string) => sign({ message }) };
  };
  return (
    <Panel className="w-full">
      <section className="p-5 md:p-6" aria-labelledby="wallet-sign-in">
        <h2 id="wallet-sign-in" className="text-3 font-strong">
          With the wallet that you are paid on
        </h2>
        {address ? (
          <>
            <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-2 text-ink-2">
              <Hash value={address} />
              <button type="button" className="link" onClick={() => disconnect.mutate()}>
                Another wallet
              </button>
            </p>
            <Button variant="ink" className="mt-4" busy={signIn.isPending} onClick={() => signIn.mutate(withWallet)}>
              {signIn.isPending ? "Waiting for your signature" : "Sign in"}
            </Button>
          </>
        ) : (
          <>
            <p className="mt-2 max-w-measure text-2 text-ink-2">Connect it, then sign one message.</p>
            <div className="mt-4">
              <ConnectMenu />
            </div>
          </>
        )}
      </section>
      {local ? (
        <section className="border-t border-line p-5 md:p-6" aria-labelledby="test-sign-in">
          <h2 id="test-sign-in" className="flex items-center gap-2 text-3 font-strong">
            As the test seller <Tag dashed>for tests</Tag>
          </h2>
          <p className="mt-2 max-w-measure text-2 text-ink-2">
            This market runs on a local chain, and its tools are paid to a wallet whose key everybody knows. One click shows you the
            seller's side. The money there is worth nothing.
          </p>
          <Button className="mt-4" busy={signIn.isPending && !address} disabled={isConnecting} onClick={() => signIn.mutate(testSeller)}>
            <Wallet aria-hidden className="size-4" />
            Sign in as the test seller
          </Button>
        </section>
      ) : null}
    </Panel>
  );
}
