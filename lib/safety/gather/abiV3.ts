import { parseAbi } from "viem";

export const FACTORY_V3 = parseAbi(["function getPool(address a, address b, uint24 fee) view returns (address)"]);

export const POOL_V3 = parseAbi([
  "function slot0() view returns (uint160 sqrtPriceX96, int24 tick)",
  "function liquidity() view returns (uint128)",
  "function positions(bytes32 key) view returns (uint128 liquidity)",
]);

export const POSITIONS_V3 = parseAbi([
  "function transferFrom(address from, address to, uint256 tokenId)",
  "function ownerOf(uint256 tokenId) view returns (address)",
  "function positions(uint256 tokenId) view returns (uint96 nonce, address operator, address token0, address token1, uint24 fee, int24 tickLower, int24 tickUpper, uint128 liquidity)",
]);
