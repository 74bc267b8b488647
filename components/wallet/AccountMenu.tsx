"use client";

import { Menu } from "@base-ui/react/menu";
import { Copy, Droplets, LogOut, Wallet } from "lucide-react";
import { toast } from "sonner";
import { useDisconnect } from "wagmi";
import { formatUsd } from "@/lib/money";
import { buttonClass } from "../ui/buttonClass";
import { menuItem, menuPopup } from "../ui/menuClass";
import { shorten } from "../ui/shorten";
import { useMarket } from "./MarketContext";
import { useFaucet } from "./useFaucet";
import { useUsdcBalance } from "./useUsdcBalance";

/** The connected wallet: its address and USDC, and what can be done with it. */
export function AccountMenu({ address }: { address: string }) {
  const market = useMarket();
  const balance = useUsdcBalance(address);
  const faucet = useFaucet();
  const disconnect = useDisconnect();
  return (
    <Menu.Root>
      <Menu.Trigger className={buttonClass({ size: "sm", className: "num px-2.5" })}>
        <Wallet aria-hidden className="size-3.5" />
        <span className="sr-only">Wallet {address}, shown as </span>
        {shorten(address)}
        {/* Its room is kept while the balance is on its way. */}
        <span className="hidden min-w-[7ch] text-left font-text text-ink-2 md:inline">
          {balance.data === undefined ? "" : formatUsd(balance.data)}
        </span>
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={6} align="end" className="z-50">
          <Menu.Popup className={menuPopup}>
            <Menu.Item
              className={menuItem}
              onClick={() => void navigator.clipboard?.writeText(address).then(() => toast("Address copied", { description: address }))}
            >
              <Copy aria-hidden className="size-4" />
              Copy address
            </Menu.Item>
            {market.local ? (
              <Menu.Item className={menuItem} onClick={() => faucet.mutate(address)}>
                <Droplets aria-hidden className="size-4" />
                Get 25 test USDC
              </Menu.Item>
            ) : null}
            <Menu.Item className={menuItem} onClick={() => disconnect.mutate()}>
              <LogOut aria-hidden className="size-4" />
              Disconnect
            </Menu.Item>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
