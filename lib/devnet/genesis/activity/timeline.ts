import { rpc } from "../../rpc";

export const DAY = 86_400;

/** Something that happens so many seconds after the history's beginning. */
export type Act = { at: number; run: () => Promise<void> };

/** Lets everything happen in its order, each at its own time; what one act sends comes seconds apart. */
export async function playOut(rpcUrl: string, start: number, acts: readonly Act[]): Promise<void> {
  for (const { at, run } of [...acts].sort((a, b) => a.at - b.at)) {
    const { timestamp } = await rpc<{ timestamp: string }>(rpcUrl, "eth_getBlockByNumber", ["latest", false]);
    await rpc(rpcUrl, "evm_setNextBlockTimestamp", [Math.max(Number(timestamp) + 2, Math.floor(start + at))]);
    await run();
  }
}
