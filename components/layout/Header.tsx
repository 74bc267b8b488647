import type { MarketFacts } from "../wallet/marketFacts";
import { WalletButton } from "../wallet/WalletButton";
import { NavLinks } from "./NavLinks";
import { NetworkChip } from "./NetworkChip";
import { PhoneMenu } from "./PhoneMenu";
import { SearchButton } from "./SearchButton";
import { ThemeButton } from "./ThemeButton";
import { Wordmark } from "./Wordmark";

export function Header({ market }: { market: MarketFacts }) {
  return (
    <header className="sticky top-0 z-30 border-b border-line bg-paper">
      <div className="page flex h-14 items-center gap-3 md:gap-8">
        <Wordmark />
        <NavLinks />
        <div className="ml-auto flex items-center gap-2">
          <SearchButton />
          <span className="hidden md:inline-flex">
            <NetworkChip market={market} />
          </span>
          <WalletButton />
          <span className="hidden mid:inline-flex">
            <ThemeButton />
          </span>
          <PhoneMenu />
        </div>
      </div>
    </header>
  );
}
