import type { WindowAnswer } from "@/lib/chain/answerShapes";

/** Which blocks an answer speaks of, in a few words. */
export function windowText({ from_block, to_block, read_from_block, read_to_block }: WindowAnswer): string {
  const range = (from: number, to: number) => `blocks ${from.toLocaleString("en")} to ${to.toLocaleString("en")}`;
  return range(read_from_block ?? from_block, read_to_block ?? to_block);
}
