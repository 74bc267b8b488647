import { type Hex, toFunctionSelector } from "viem";

/** What a privileged function does to holders. `rules` is known by behaviour only. */
export type PowerClass = "mint" | "pause" | "freeze" | "fees" | "limits" | "trading" | "seize" | "rules" | "reclaim" | "upgrade";

const NAMES: Record<Exclude<PowerClass, "rules">, string> = {
  mint: `
    mint(address,uint256) mint(uint256) mint(address,uint256,bytes) mintTo(address,uint256) issue(uint256)
    issue(address,uint256) increaseSupply(uint256) crosschainMint(address,uint256) bridgeMint(address,uint256)`,
  pause: `
    pause() pause(bool) setPaused(bool) setPause(bool) pauseTransfers() freezeTransfers() pauseTrading()`,
  freeze: `
    blacklist(address) blacklist(address,bool) addBlackList(address) addBlacklist(address) addToBlacklist(address)
    setBlacklist(address,bool) setBlackList(address,bool) blacklistAddress(address) blacklistAddress(address,bool)
    blacklistAccount(address,bool) updateBlacklist(address,bool) multiBlacklist(address[],bool)
    setBlacklisted(address,bool) freeze(address) freezeAccount(address) freezeAccount(address,bool)
    blockAccount(address) blockAddress(address) setBot(address,bool) setBots(address[]) setBots(address[],bool)
    addBot(address) addBots(address[]) blockBots(address[]) manageBots(address,bool) setIsBot(address,bool)
    isolateAccount(address)`,
  fees: `
    setFee(uint256) setFees(uint256) setFees(uint256,uint256) setFees(uint256,uint256,uint256) setTax(uint256)
    setTaxes(uint256,uint256) setTaxes(uint256,uint256,uint256) setBuyFee(uint256) setSellFee(uint256)
    setBuyTax(uint256) setSellTax(uint256) setTransferTax(uint256) setTransferFee(uint256) setTaxFee(uint256)
    setTaxRate(uint256) setTaxFeePercent(uint256) setLiquidityFeePercent(uint256) updateFees(uint256,uint256)
    updateFees(uint256,uint256,uint256) updateBuyFees(uint256,uint256,uint256) updateSellFees(uint256,uint256,uint256)
    updateTaxes(uint256,uint256) setBuyFees(uint256,uint256,uint256) setSellFees(uint256,uint256,uint256)
    setFee(uint256,uint256) setFee(uint16,uint16) setParams(uint256,uint256) excludeFromFee(address)
    excludeFromFees(address,bool)`,
  limits: `
    setMaxTxAmount(uint256) setMaxTx(uint256) setMaxTxPercent(uint256) setMaxTransactionAmount(uint256)
    setTxLimit(uint256) setMaxWallet(uint256) setMaxWalletAmount(uint256) setMaxWalletSize(uint256)
    setMaxWalletPercent(uint256) setWalletLimit(uint256) updateMaxTxnAmount(uint256) updateMaxWalletAmount(uint256)
    setLimits(uint256,uint256) setMaxSell(uint256) setMaxSellAmount(uint256) setCooldownEnabled(bool)
    setCooldown(uint256)`,
  trading: `
    enableTrading() openTrading() startTrading() disableTrading() closeTrading() launch() setTrading(bool)
    setTradingEnabled(bool) setTradingActive(bool) setTradingOpen(bool) setTradingStatus(bool) tradingStatus(bool)
    switchTrading(bool) toggleTrading()`,
  seize: `
    burn(address,uint256) forceTransfer(address,address,uint256) forcedTransfer(address,address,uint256)
    wipeFrozenAddress(address) destroyBlackFunds(address) seize(address) seize(address,uint256) confiscate(address)
    confiscate(address,uint256) lawEnforcementWipingAddress(address) setBalance(address,uint256)
    crosschainBurn(address,uint256)`,
  reclaim: `
    unlock() takeOwnership() reclaimOwnership() restoreOwnership() recoverOwnership()`,
  upgrade: `
    upgradeTo(address) upgradeToAndCall(address,bytes) setImplementation(address) changeImplementation(address)`,
};

/** What holders do for themselves, and what every token with an owner has: no power over others. */
const ORDINARY = `
  transfer(address,uint256) transferFrom(address,address,uint256) approve(address,uint256)
  increaseAllowance(address,uint256) decreaseAllowance(address,uint256)
  permit(address,address,uint256,uint256,uint8,bytes32,bytes32) permit(address,address,uint256,uint256,bytes)
  transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)
  transferWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes)
  receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,uint8,bytes32,bytes32)
  receiveWithAuthorization(address,address,uint256,uint256,uint256,bytes32,bytes) burn(uint256)
  burnFrom(address,uint256) approveAndCall(address,uint256) approveAndCall(address,uint256,bytes)
  transferAndCall(address,uint256) transferAndCall(address,uint256,bytes) transferFromAndCall(address,address,uint256)
  transferFromAndCall(address,address,uint256,bytes) delegate(address)
  delegateBySig(address,uint256,uint256,uint8,bytes32,bytes32) deposit() deposit(uint256) deposit(uint256,address)
  mint(uint256,address) withdraw(uint256) withdraw(uint256,address,address) redeem(uint256,address,address) owner()
  getOwner() transferOwnership(address) renounceOwnership() acceptOwnership() claimOwnership() unpause()
  unBlacklist(address) removeBlackList(address) initialize(string,string,string,uint8,address,address,address,address)
  initializeV2(string) initializeV2_1(address) initializeV2_2(address[],string)`;

const byName = new Map<Hex, { kind: PowerClass; signature: string }>(
  Object.entries(NAMES).flatMap(([kind, signatures]) =>
    words(signatures).map((signature) => [toFunctionSelector(signature), { kind: kind as PowerClass, signature }] as const),
  ),
);
const ordinary = new Set<Hex>(words(ORDINARY).map((signature) => toFunctionSelector(signature)));

/** What a selector is known for: a power, an everyday function, or nothing. */
export function knownFor(selector: Hex): { kind: PowerClass; signature: string } | "ordinary" | null {
  return byName.get(selector) ?? (ordinary.has(selector) ? "ordinary" : null);
}

/** The lists above are text, one signature after another, so that they can be read. */
function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
