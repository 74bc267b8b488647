import { ToolRefusal } from "@/lib/tools/refusal";
import { blockAtTime } from "./blockAtTime";
import type { BlockChoice } from "./blockInput";
import type { ChainView } from "./openChain";

export type BlockWindow = { from: bigint; to: bigint };
type Asked = { from_block?: BlockChoice | undefined; to_block?: BlockChoice | undefined };

/** The window that was asked for: `usual` blocks back where no beginning is named, and never more than `most`. */
export async function blockWindow(chain: ChainView, asked: Asked, usual: bigint, most: bigint): Promise<BlockWindow> {
  const head = chain.block.number;
  const oldest = head >= most ? head - most + 1n : 0n;
  const [to, named] = await Promise.all([blockOf(chain, asked.to_block ?? "latest", oldest), namedBlock(chain, asked.from_block, oldest)]);
  const from = named ?? (to >= usual ? to - usual + 1n : 0n);
  if (from > to) {
    throw new ToolRefusal("bad_window", `The window begins at block ${from} and ends at block ${to}.`, {
      hint: "Give a `from_block` that is not after `to_block`.",
    });
  }
  if (to - from + 1n <= most) return { from, to };
  throw new ToolRefusal("window_too_wide", `That is ${to - from + 1n} blocks; at most ${most} are looked through at once.`, {
    hint: `Begin at block ${to - most + 1n} or later, or ask for several windows.`,
  });
}

async function namedBlock(chain: ChainView, choice: BlockChoice | undefined, oldest: bigint): Promise<bigint | null> {
  return choice === undefined ? null : blockOf(chain, choice, oldest);
}

async function blockOf(chain: ChainView, choice: BlockChoice, oldest: bigint): Promise<bigint> {
  const { number: head, timestamp } = chain.block;
  const text = String(choice).toLowerCase();
  if (text === "latest") return head;
  if (text.endsWith("s")) {
    const block = await blockAtTime(chain, timestamp - BigInt(text.slice(0, -1)), oldest);
    if (block > oldest || oldest === 0n) return block;
    throw new ToolRefusal("window_too_wide", `${text} ago is before block ${oldest}, and no more blocks are looked through at once.`, {
      hint: "Ask for less time, or give block numbers and ask for several windows.",
    });
  }
  const block = BigInt(text);
  if (block <= head) return block;
  throw new ToolRefusal("block_beyond_head", `Block ${block} is not there yet: the newest is ${head}.`, {
    hint: "Leave `to_block` out to ask up to the newest block.",
  });
}
