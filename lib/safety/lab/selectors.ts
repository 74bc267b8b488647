/** The functions that every token has, and those of the exchange that it is traded on. */
export const SEL = {
  transfer: 0xa9059cbb,
  transferFrom: 0x23b872dd,
  approve: 0x095ea7b3,
  balanceOf: 0x70a08231,
  totalSupply: 0x18160ddd,
  decimals: 0x313ce567,
  allowance: 0xdd62ed3e,
  owner: 0x8da5cb5b,
  getOwner: 0x893d20e8,
  renounce: 0x715018a6,
  deposit: 0xd0e30db0,
  upgradeTo: 0x3659cfe6,
  upgradeToAndCall: 0x4f1ef286,
  proxiableUuid: 0x52d1902d,
  createPair: 0xc9c65396,
  getPair: 0xe6a43905,
  addLiquidity: 0xe8e33700,
  swapSupportingFee: 0x5c11d795,
  /** SwapRouter02's exactInputSingle, whose parameters have no deadline. */
  exactInputSingle: 0x04e45aaf,
} as const;

/** keccak256 of the events' signatures. */
export const TOPIC = {
  swapV2: 0xd78ad95fa46c994b6551d0da85fc275fe613ce37657fb8d5e3d130840159d822n,
  swapV3: 0xc42079f94a6350d7e6235f29174924f928cc2ac818eb64fed8004e115fbcca67n,
  transfer: 0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3efn,
} as const;
