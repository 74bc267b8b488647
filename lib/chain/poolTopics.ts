import { toEventSelector } from "viem";

/** The first topic of what V2 and V3 factories and pools log. */
export const TOPIC = {
  pairCreated: toEventSelector("PairCreated(address,address,address,uint256)"),
  poolCreated: toEventSelector("PoolCreated(address,address,uint24,int24,address)"),
  mintV2: toEventSelector("Mint(address,uint256,uint256)"),
  burnV2: toEventSelector("Burn(address,uint256,uint256,address)"),
  swapV2: toEventSelector("Swap(address,uint256,uint256,uint256,uint256,address)"),
  sync: toEventSelector("Sync(uint112,uint112)"),
  transfer: toEventSelector("Transfer(address,address,uint256)"),
  initialize: toEventSelector("Initialize(uint160,int24)"),
  mintV3: toEventSelector("Mint(address,address,int24,int24,uint128,uint256,uint256)"),
  burnV3: toEventSelector("Burn(address,int24,int24,uint128,uint256,uint256)"),
  collectV3: toEventSelector("Collect(address,address,int24,int24,uint128,uint128)"),
  swapV3: toEventSelector("Swap(address,address,int256,int256,uint160,uint128,int24)"),
  flashV3: toEventSelector("Flash(address,address,uint256,uint256,uint256,uint256)"),
  feesTakenV3: toEventSelector("CollectProtocol(address,address,uint128,uint128)"),
} as const;

/** Everything that changes what a pool holds, or its price. */
export const POOL_TOPICS = [
  TOPIC.swapV2,
  TOPIC.mintV2,
  TOPIC.burnV2,
  TOPIC.sync,
  TOPIC.swapV3,
  TOPIC.mintV3,
  TOPIC.burnV3,
  TOPIC.collectV3,
  TOPIC.flashV3,
  TOPIC.feesTakenV3,
];
