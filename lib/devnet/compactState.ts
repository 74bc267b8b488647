/** Empty blocks behind this many newer ones are forgotten. */
const RECENT = 256;

const BRACE_OPEN = 0x7b;
const BRACE_CLOSE = 0x7d;
const LIST_CLOSE = 0x5d;

/**
 * Drops old empty blocks from a dumped chain. A chain that ticks all day is made of little else, while everything that
 * counts (accounts, transactions, receipts and the blocks that hold them) stays. Reads bytes rather than parsing, since
 * a long-lived chain outgrows what a JavaScript string may hold.
 */
export function compactState(dump: Buffer): Buffer {
  const list = dump.indexOf('"blocks":[');
  const best = bestBlock(dump);
  if (list < 0 || best === null) return dump;
  const start = list + '"blocks":['.length;
  const kept: Buffer[] = [];
  let at = start;
  for (let end = at; dump[at] !== LIST_CLOSE; at = dump[end] === LIST_CLOSE ? end : end + 1) {
    end = objectEnd(dump, at);
    const block = dump.subarray(at, end);
    if (matters(block, best)) kept.push(block);
  }
  const commas = kept.flatMap((block, i) => (i === 0 ? [block] : [Buffer.from(","), block]));
  return Buffer.concat([dump.subarray(0, start), ...commas, dump.subarray(at)]);
}

/** The height that a dump reaches; null when it is no whole dump. */
export function bestBlock(dump: Buffer): number | null {
  if (dump.subarray(-4).toString("latin1").trimEnd().at(-1) !== "}") return null;
  const key = '"best_block_number":';
  const at = dump.indexOf(key);
  const number = /^\s*"?(0x[0-9a-f]+|\d+)/i.exec(dump.subarray(at + key.length, at + key.length + 24).toString("latin1"))?.[1];
  return at < 0 || number === undefined ? null : Number(number);
}

/** One past the brace that closes the object at `start`; no string in a dump holds a brace. */
function objectEnd(dump: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < dump.length; at++) {
    if (dump[at] === BRACE_OPEN) depth++;
    if (dump[at] === BRACE_CLOSE && --depth === 0) return at + 1;
  }
  throw new Error("The dumped chain is cut short.");
}

function matters(block: Buffer, best: number): boolean {
  if (!block.includes('"transactions":[]')) return true;
  const number = Number(/"number":"(0x[0-9a-f]+)"/i.exec(block.toString("latin1"))?.[1] ?? 0);
  return number === 0 || number > best - RECENT;
}
