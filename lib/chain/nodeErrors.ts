/** How nodes say that the contract itself failed; anything else is the node's own trouble. */
const EXECUTION =
  /revert|out of gas|invalid opcode|invalidfeopcode|opcodenotfound|invalid jump|stack (under|over)flow|stack limit|stack(under|over)flow|gas uint64|call depth|write protection|out of bounds|outofoffset|evm error|vm execution|gas required exceeds|bad instruction|statechangeduring/i;
/** A question that is too wide stays too wide, however often it is asked. */
const TOO_WIDE =
  /block.?range|range is too|more than [\d,]+ (results|logs)|too many (results|blocks|logs)|max(imum)? (results|block)|response size/i;
const BLOCK_MISSING = /header not found|unknown block|block not found|blockoutofrange|missing trie node/i;
/** How nodes say that they have the block, but no longer what the accounts were then. */
const STATE_GONE =
  /missing trie node|prun(ed|ing)|archive|historical state|no state (available|found)|state .{0,80}not (available|found)|old data not available/i;

/** The execution failed, as opposed to: the node could not be asked. */
export function isExecutionError(error: unknown): boolean {
  const rpc = rpcError(error);
  return rpc !== null && (rpc.code === 3 || EXECUTION.test(rpc.message));
}

/** Worth asking a second time: the node was busy, or has not caught up. */
export function isTransient(error: unknown): boolean {
  const rpc = rpcError(error);
  if (rpc !== null && (TOO_WIDE.test(rpc.message) || isBehind(rpc.message))) return false;
  if (rpc !== null) return BLOCK_MISSING.test(rpc.message) || [429, -32005, -32603].includes(rpc.code);
  return causes(error).some(({ name, status }) => name === "HttpRequestError" && [429, 502, 503].includes(Number(status)));
}

/** The block is older than what the node keeps of accounts; it may still have its events. */
export function isStateGone(error: unknown): boolean {
  const rpc = rpcError(error);
  return rpc !== null && (STATE_GONE.test(rpc.message) || isBehind(rpc.message));
}

/** The node named its height, and it is past what was asked: waiting would not bring the block back. */
function isBehind(message: string): boolean {
  const [, height, wanted] = /block height is (\d+) but requested was (\d+)/i.exec(message) ?? [];
  return height !== undefined && wanted !== undefined && BigInt(wanted) <= BigInt(height);
}

export function isMethodMissing(error: unknown): boolean {
  const rpc = rpcError(error);
  if (rpc === null) return false;
  return rpc.code === -32601 || /method.*(not (found|supported|available|exist)|does not exist)|unsupported method/i.test(rpc.message);
}

/** Nobody answered in time. */
export function isTimeout(error: unknown): boolean {
  return causes(error).some(({ name }) => name === "TimeoutError");
}

/** The node's own code and words; null for trouble on the way to the node. */
export function rpcError(error: unknown): { code: number; message: string } | null {
  for (const { code, details, message } of causes(error)) {
    if (typeof code === "number") return { code, message: String(details ?? message) };
  }
  return null;
}

/**
 * The error and what caused it, as plain records. Known by their fields and not by their classes, for
 * the client may come from another copy of its library.
 */
function causes(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  for (let at = error; typeof at === "object" && at !== null && chain.length < 10; at = (at as { cause?: unknown }).cause) {
    chain.push(at as Record<string, unknown>);
  }
  return chain;
}
