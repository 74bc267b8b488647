import { parseAbi } from "viem";

export const ERC20 = parseAbi([
  "function name() view returns (string)",
  "function symbol() view returns (string)",
  "function decimals() view returns (uint8)",
  "function totalSupply() view returns (uint256)",
  "function balanceOf(address) view returns (uint256)",
  "function approve(address spender, uint256 value) returns (bool)",
  "function transfer(address to, uint256 value) returns (bool)",
  "function owner() view returns (address)",
  "function getOwner() view returns (address)",
  "function implementation() view returns (address)",
  "function deposit() payable",
]);

export const FACTORY = parseAbi(["function getPair(address a, address b) view returns (address)"]);

export const PAIR = parseAbi([
  "function token0() view returns (address)",
  "function getReserves() view returns (uint112 reserve0, uint112 reserve1, uint32 at)",
]);
