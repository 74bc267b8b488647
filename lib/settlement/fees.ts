import type { Node } from "./node";

export type Fees = { maxFeePerGas: bigint; maxPriorityFeePerGas: bigint };

/** wei a gas; what a transaction of ours may cost at the most when nothing else is set: 5 gwei, hundreds of times what Base asks. */
export const DEFAULT_FEE_CAP = 5_000_000_000n;

const FRESH_MS = 1_500;
const LEAST_TIP = 1_000_000n;

/** The market's fees of the moment. `overCap`: the next block alone asks for more than the cap. */
export type FeeView = Fees & { baseFee: bigint; overCap: boolean };

/** EIP-1559 fees from the newest block: room for the base fee to double, never above the cap. Asked at most every 1.5 s. */
export function feeOracle(chain: Node, cap: bigint): () => Promise<FeeView> {
  let known: { view: FeeView; at: number } | undefined;
  let asking: Promise<FeeView> | undefined;
  const ask = async () => {
    const [block, tip] = await Promise.all([chain.block("latest"), chain.tip().catch(() => LEAST_TIP)]);
    const view = feesFor(BigInt(block?.baseFeePerGas ?? 0), tip, cap);
    known = { view, at: Date.now() };
    return view;
  };
  return () => {
    if (known && Date.now() - known.at < FRESH_MS) return Promise.resolve(known.view);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
}

export function feesFor(baseFee: bigint, tip: bigint, cap: bigint): FeeView {
  const wanted = tip > LEAST_TIP ? tip : LEAST_TIP;
  const most = baseFee * 2n + wanted;
  const maxFeePerGas = most < cap ? most : cap;
  return {
    baseFee,
    maxFeePerGas,
    maxPriorityFeePerGas: wanted < maxFeePerGas ? wanted : maxFeePerGas,
    overCap: baseFee + LEAST_TIP > cap,
  };
}

/** What a gas costs now: base fee and tip, never above what is offered. */
export function feeNow({ baseFee, maxFeePerGas, maxPriorityFeePerGas }: FeeView): bigint {
  const asked = baseFee + maxPriorityFeePerGas;
  return asked < maxFeePerGas ? asked : maxFeePerGas;
}

/** A replacement has to offer an eighth more on both fees; null when that is above the cap. */
export function bumped(old: Fees, now: Fees, cap: bigint): Fees | null {
  const more = (fee: bigint, wanted: bigint) => {
    const least = fee + fee / 8n + 1n;
    return least > wanted ? least : wanted;
  };
  const maxFeePerGas = more(old.maxFeePerGas, now.maxFeePerGas);
  const maxPriorityFeePerGas = more(old.maxPriorityFeePerGas, now.maxPriorityFeePerGas);
  return maxFeePerGas > cap || maxPriorityFeePerGas > maxFeePerGas ? null : { maxFeePerGas, maxPriorityFeePerGas };
}
