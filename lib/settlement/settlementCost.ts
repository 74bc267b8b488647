import { GAS_ALONE } from "@/lib/explorer/gas";

const WEI_PER_ETH = 10n ** 18n;

/** A tenth of a cent, atomic: finer prices would change with every block. */
const STEP = 1_000n;

/**
 * What the gas of a payment that settles alone costs, in atomic USDC, rounded up to a tenth of a cent. `usdPerEth` is
 * atomic too. What a rollup takes beside its gas, for its data on layer 1, is not in it.
 */
export function settlementCost(weiPerGas: bigint, usdPerEth: bigint): bigint {
  const unit = WEI_PER_ETH * STEP;
  return ((BigInt(GAS_ALONE) * weiPerGas * usdPerEth + unit - 1n) / unit) * STEP;
}
