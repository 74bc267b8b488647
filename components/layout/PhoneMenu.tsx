"use client";

import { Menu as Base } from "@base-ui/react/menu";
import { Menu, Search, SunMoon } from "lucide-react";
import { useRouter } from "next/navigation";
import { buttonClass } from "../ui/buttonClass";
import { menuItem, menuPopup } from "../ui/menuClass";
import { useMarket } from "../wallet/MarketContext";
import { NAV } from "./navItems";
import { networkLabel } from "./networkLabel";
import { openPalette } from "./paletteEvents";
import { chooseTheme, currentTheme } from "./theme";

/** Everything of the header that has no room on a phone. */
export function PhoneMenu() {
  const router = useRouter();
  const market = useMarket();
  return (
    <Base.Root>
      <Base.Trigger aria-label="Menu" className={buttonClass({ variant: "ghost", size: "icon", className: "-mr-2 mid:hidden" })}>
        <Menu aria-hidden className="size-5" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} align="end" className="z-50">
          <Base.Popup className={menuPopup}>
            {NAV.map(({ href, label }) => (
              <Base.Item key={href} className={menuItem} onClick={() => router.push(href)}>
                {label}
              </Base.Item>
            ))}
            <Base.Separator className="my-1 h-px bg-line" />
            <Base.Item className={menuItem} onClick={openPalette}>
              <Search aria-hidden className="size-4" />
              Search
            </Base.Item>
            <Base.Item className={menuItem} onClick={() => chooseTheme(currentTheme() === "dark" ? "light" : "dark")}>
              <SunMoon aria-hidden className="size-4" />
              Light or dark
            </Base.Item>
            <Base.Separator className="my-1 h-px bg-line" />
            <p className="px-3 py-1.5 text-2 text-ink-3">{networkLabel(market)}</p>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
