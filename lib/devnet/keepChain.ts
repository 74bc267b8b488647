import { dumpState, saveState } from "./chainState";
import { rpc } from "./rpc";

const PAUSE_MS = 2_000;

type FeeHistory = { gasUsedRatio: number[] };

/** Saves the chain soon after every transaction, so that a hard end loses seconds at most. Answers how to stop it. */
export function keepChain(dir: string, rpcUrl: string): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  let seen = 0;
  const look = async () => {
    const best = Number(await rpc<string>(rpcUrl, "eth_blockNumber", []));
    if (best === seen) return;
    const first = seen === 0;
    const span = Math.min(best - seen, 1_000);
    const { gasUsedRatio } = await rpc<FeeHistory>(rpcUrl, "eth_feeHistory", [`0x${span.toString(16)}`, `0x${best.toString(16)}`, []]);
    seen = best;
    // An idle chain is written down once and then left alone.
    if (first || gasUsedRatio.some((ratio) => ratio > 0)) saveState(dir, await dumpState(rpcUrl));
  };
  const loop = async () => {
    while (!stopped) {
      const started = performance.now();
      // A chain that is ending answers nothing; its own last words hold what is missing here.
      await look().catch(() => {});
      const pause = Math.max(PAUSE_MS, 20 * (performance.now() - started));
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pause);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const running = loop();
  return async () => {
    stopped = true;
    wake();
    await running;
  };
}
