import { dumpState, saveState } from "./chainState";
import { rpc } from "./rpc";

const PAUSE_MS = 2_000;

type Block = { gasUsed: string };

/** Saves the chain soon after every transaction, so that a hard end loses seconds at most. Answers how to stop it. */
export function keepChain(dir: string, rpcUrl: string): () => Promise<void> {
  let stopped = false;
  let wake = () => {};
  let seen = 0;
  const look = async () => {
    const best = Number(await rpc<string>(rpcUrl, "eth_blockNumber", []));
    if (best === seen) return;
    // An idle chain is written down once and then left alone; one that was wound back is written anew.
    if (seen === 0 || best < seen || (await anyUsed(rpcUrl, seen, best))) saveState(dir, await dumpState(rpcUrl));
    // Only now: what could not be saved this time is tried again.
    seen = best;
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

/**
 * Whether a block after `seen`, up to `best`, holds a transaction. Asks the blocks themselves, newest first: anvil's fee
 * history is filled a moment after a block stands and would miss the newest one.
 */
async function anyUsed(rpcUrl: string, seen: number, best: number): Promise<boolean> {
  for (let number = best; number > seen; number--) {
    const block = await rpc<Block | null>(rpcUrl, "eth_getBlockByNumber", [`0x${number.toString(16)}`, false]);
    // A block that is gone, or was undone, leaves nothing to rely on.
    if (!block || Number(block.gasUsed) > 0) return true;
  }
  return false;
}
