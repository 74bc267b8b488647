"use client";

import { useConnection } from "wagmi";
import { formatUsdc } from "@/lib/money";
import { useMarket } from "../wallet/MarketContext";
import { useUsdcBalance } from "../wallet/useUsdcBalance";
import type { Block } from "./displayOf";
import type { CallPrice } from "./useCallPrice";

/** Who would pay, and what stands in the way of it. */
export function useBlock(inputIsGood: boolean, { price, known, obstacle }: CallPrice, unavailable: string | null) {
  const market = useMarket();
  const { address, chainId } = useConnection();
  const balance = useUsdcBalance(address).data;
  return { address, balance, block: find() };

  function find(): Block {
    if (unavailable) return { kind: "closed", line: unavailable };
    if (!inputIsGood) return { kind: "input", line: "no price for this input" };
    if (obstacle) return { kind: "refused", line: obstacle };
    if (!known) return { kind: "price" };
    if (!address) return { kind: "wallet" };
    if (chainId !== market.chainId) return { kind: "network", line: `your wallet is on chain ${chainId}` };
    if (balance !== undefined && balance < price) return { kind: "funds", line: `you have ${formatUsdc(balance)} USDC` };
    return null;
  }
}
