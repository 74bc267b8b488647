"use client";

import type { Connector } from "wagmi";
import { Button } from "../ui/Button";
import { useConnectWallet } from "../wallet/useConnectWallet";
import { WalletIcon } from "../wallet/WalletIcon";

/** Before the first payment: the test wallet where there is one, then what the browser has. */
export function WalletChoice() {
  const { test, injected, connect, pending } = useConnectWallet();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-2 font-strong">How do you want to pay?</legend>
      <div className="divide-y divide-line overflow-hidden rounded-control border border-line-strong">
        {test ? (
          <Choice
            wallet={test}
            name="Test wallet"
            about="One click, 25 test USDC. Lives in this browser, worth nothing."
            verb="Use it"
            main
            pending={pending?.uid === test.uid}
            onChoose={() => connect(test)}
          />
        ) : null}
        {injected.map((connector) => (
          <Choice
            key={connector.uid}
            wallet={connector}
            name={connector.name}
            about="Found in this browser."
            verb="Connect"
            main={!test}
            pending={pending?.uid === connector.uid}
            onChoose={() => connect(connector)}
          />
        ))}
        {injected.length === 0 ? (
          <div className="flex items-center gap-3 p-3">
            <WalletIcon />
            <div className="min-w-0">
              <div className="text-3 font-strong">Browser wallet</div>
              <div className="text-2 text-ink-3">None was found in this browser.</div>
            </div>
          </div>
        ) : null}
      </div>
    </fieldset>
  );
}

type Props = { wallet: Connector; name: string; about: string; verb: string; main: boolean; pending: boolean; onChoose: () => void };

function Choice({ wallet, name, about, verb, main, pending, onChoose }: Props) {
  return (
    <div className={main ? "flex items-center gap-3 bg-paper p-3" : "flex items-center gap-3 p-3"}>
      <WalletIcon icon={wallet.icon} test={wallet.type === "test"} />
      <div className="min-w-0 flex-1">
        <div className="text-3 font-strong">{name}</div>
        <div className="text-2 text-ink-3">{about}</div>
      </div>
      <Button size="sm" variant={main ? "ink" : "line"} busy={pending} onClick={onChoose} aria-label={`${verb}: ${name}`}>
        {verb}
      </Button>
    </div>
  );
}
