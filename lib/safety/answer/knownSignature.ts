import { toFunctionSelector } from "viem";
import { selectorHex } from "../lab/bytes";

/** Names that many contracts use, for people to recognise. Nothing is judged by them. */
const SIGNATURES = `
  owner() getOwner() minter() masterMinter() pauser() blacklister() admin() governance() governor() treasury() operator()
  hasRole(bytes32,address) isMinter(address) isOwner(address) wards(address) minters(address) BRIDGE() bridge()
  mint(address,uint256) mint(uint256) burn(address,uint256) pause() unpause() blacklist(address) addBlackList(address)
  setBlacklist(address,bool) setFees(uint256,uint256) setFee(uint256) setTaxes(uint256,uint256) setBuyTax(uint256)
  setSellTax(uint256) setMaxTxAmount(uint256) setMaxWallet(uint256) setTradingEnabled(bool) setTrading(bool) openTrading()
  enableTrading() upgradeTo(address) upgradeToAndCall(address,bytes) transferFrom(address,address,uint256)
  configureMinter(address,uint256) grantRole(bytes32,address) transferOwnership(address) rebase(uint256,int256)
  excludeFromFee(address) setPair(address) setRouter(address)`;

const names = new Map(
  SIGNATURES.trim()
    .split(/\s+/)
    .map((signature) => [toFunctionSelector(signature), signature]),
);

/** The usual name of a function; its selector where it has none, or null where only names are wanted. */
export function knownSignature(selector: number): string;
export function knownSignature(selector: number, onlyNames: true): string | null;
export function knownSignature(selector: number, onlyNames = false): string | null {
  const hex = selectorHex(selector);
  return names.get(hex) ?? (onlyNames ? null : hex);
}
