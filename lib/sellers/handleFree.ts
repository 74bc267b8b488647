import "server-only";
import { db } from "@/db/client";
import { sellerLike } from "@/db/queries/sellers";
import { CoinslotError } from "@/lib/errors";
import { clashFault } from "./clashFault";
import { readHandle } from "./handles/readHandle";

export type HandleAnswer = { handle: string; free: true } | { handle: string; free: false; reason: string; message: string };

/** Could this handle be given now? If not, why. */
export async function handleFree(raw: string): Promise<HandleAnswer> {
  try {
    const { handle, skeleton } = readHandle(raw);
    const like = await sellerLike(db(), skeleton);
    if (like) throw clashFault({ what: "handle", ...like }, { handle, name: "" });
    return { handle, free: true };
  } catch (error) {
    if (!CoinslotError.is(error) || error.code !== "invalid_input") throw error;
    return { handle: raw.slice(0, 60), free: false, reason: error.options.reason ?? "", message: error.message };
  }
}
