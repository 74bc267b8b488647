"use client";

import { Menu } from "@base-ui/react/menu";
import { Wallet } from "lucide-react";
import { BusyIcon } from "../ui/BusyIcon";
import { buttonClass } from "../ui/buttonClass";
import { menuItem, menuPopup } from "../ui/menuClass";
import { useConnectWallet } from "./useConnectWallet";
import { WalletIcon } from "./WalletIcon";

/** "Connect wallet", with what can be connected here. */
export function ConnectMenu() {
  const wallets = useConnectWallet();
  const none = !wallets.test && wallets.injected.length === 0;
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass({ variant: "ink", size: "sm", className: "px-3" })}>
        {wallets.pending ? <BusyIcon /> : <Wallet aria-hidden className="size-3.5 max-[359px]:hidden" />}
        Connect wallet
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-50">
          <Menu.Popup className={menuPopup}>
            {wallets.test ? (
              <Menu.Item className={menuItem} onClick={() => wallets.test && wallets.connect(wallets.test)}>
                <WalletIcon test />
                <span>
                  Test wallet
                  <span className="block text-2 text-ink-3">25 test USDC, worth nothing</span>
                </span>
              </Menu.Item>
            ) : null}
            {wallets.injected.map((connector) => (
              <Menu.Item key={connector.uid} className={menuItem} onClick={() => wallets.connect(connector)}>
                <WalletIcon icon={connector.icon} />
                {connector.name}
              </Menu.Item>
            ))}
            {none ? (
              <p className="max-w-64 px-3 py-2 text-2 text-ink-2">
                No wallet was found in this browser. Install one that pays on Base, then load the page again.
              </p>
            ) : null}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
