import { isMethodMissing, isTimeout, isTransient, rpcError } from "./nodeErrors";

/**
 * Why a node gave no logs for a range. `range`: too many blocks at once. `results`: too many logs, or too
 * many bytes. `slow`: it ran out of time. `history`: it has forgotten those blocks. `busy`: ask later.
 * `away`: it could not be asked at all. `other`: it said something else.
 */
export type LogTrouble = {
  kind: "range" | "results" | "slow" | "history" | "busy" | "away" | "other";
  /** How many blocks at once the node says that it would take. */
  hint: bigint | null;
};

const RATE = /rate.?limit|too many requests|request count|per second|capacity|throughput|compute units|daily|quota|rps/i;
const HISTORY = /prun|archive|history|not available|missing trie|no state|older than/i;
const SLOW = /tim(e|ed).?out|deadline exceeded|took too long|too slow/i;
const RESULTS =
  /more than [\d,]+ (results|logs)|too many (results|logs)|[\d,]+ logs|max(imum)? results|response (size|is too|too)|too large response|size exceeded|result set/i;
const RANGE =
  /(block|range|blocks?).{0,40}(too (large|wide|big|many)|exceed|limit|max|not supported)|(exceed|limit|max|too many|up to|over).{0,40}(block|range)|range is too|limit exceeded/i;

export function logTrouble(error: unknown): LogTrouble {
  const rpc = rpcError(error);
  if (rpc === null) {
    if (isTimeout(error)) return { kind: "slow", hint: null };
    return { kind: isTransient(error) ? "busy" : "away", hint: null };
  }
  const hint = hintIn(rpc.message);
  if (isMethodMissing(error)) return { kind: "away", hint: null };
  if (RATE.test(rpc.message) || rpc.code === 429) return { kind: "busy", hint: null };
  if (RESULTS.test(rpc.message)) return { kind: "results", hint };
  if (RANGE.test(rpc.message)) return { kind: "range", hint };
  if (SLOW.test(rpc.message)) return { kind: "slow", hint: null };
  if (HISTORY.test(rpc.message)) return { kind: "history", hint: null };
  return { kind: isTransient(error) ? "busy" : "other", hint };
}

/** `[0x1, 0x80]` or `retry with the range 1-128` names a range that works; `limited to 10,000 blocks` a width. */
function hintIn(message: string): bigint | null {
  const pair = /\[\s*(0x[0-9a-f]+)\s*,\s*(0x[0-9a-f]+)\s*\]|range (\d+)\s*-\s*(\d+)/i.exec(message);
  if (pair) {
    const [low, high] = [BigInt(pair[1] ?? pair[3] ?? 0), BigInt(pair[2] ?? pair[4] ?? 0)];
    return high >= low ? high - low + 1n : null;
  }
  const width = /(?:limited to|max(?:imum)?|up to|over|than|limit)\D{0,40}?(\d[\d,]*)(k)?(?!\d)/i.exec(message)?.slice(1);
  if (!width?.[0] || RESULTS.test(message)) return null;
  const blocks = BigInt(width[0].replaceAll(",", "")) * (width[1] ? 1000n : 1n);
  return blocks > 0n ? blocks : null;
}
