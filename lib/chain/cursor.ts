import { keccak256, stringToHex } from "viem";
import { ToolRefusal } from "@/lib/tools/refusal";
import type { BlockWindow } from "./blockWindow";

/** Where an answer left off: everything before this place, newest first, is still to come. */
export type Place = { block: bigint; index: number };
/** The window travels along, so that every page speaks of the same blocks. */
export type Cursor = BlockWindow & Place;

const SHAPE = /^(\d{1,15})\.(\d{1,15})\.(\d{1,15})\.(\d{1,9})\.([0-9a-f]{16})$/;

/** Opaque text that fits only the question it was made for. */
export function writeCursor(question: readonly unknown[], { from, to, block, index }: Cursor): string {
  const places = [from, to, block, index].join(".");
  return Buffer.from(`${places}.${sealOf(question, places)}`).toString("base64url");
}

/** What a cursor says; refused when it was made for another question, or by nobody here. */
export function readCursor(question: readonly unknown[], text: string, head: bigint): Cursor {
  const [all, ...parts] = SHAPE.exec(Buffer.from(text, "base64url").toString("utf8")) ?? [];
  const places = parts.slice(0, 4).join(".");
  if (!all || sealOf(question, places) !== parts[4]) {
    throw new ToolRefusal("bad_cursor", "This cursor does not belong to this question.", {
      hint: "Send it as it came, beside the same input as before; or leave it out to begin again.",
    });
  }
  const [from = 0n, to = 0n, block = 0n] = parts.slice(0, 3).map(BigInt);
  if (to <= head) return { from, to, block, index: Number(parts[3]) };
  throw new ToolRefusal("bad_cursor", `This cursor speaks of block ${to}, and the newest is ${head}.`, {
    hint: "Leave the cursor out to begin again.",
  });
}

function sealOf(question: readonly unknown[], places: string): string {
  return keccak256(stringToHex(JSON.stringify([...question, places]))).slice(2, 18);
}
