import "server-only";
import { drop, hasEnded } from "./budget";
import type { Payer } from "./payer";
import { resolve } from "./resolve";
import { close } from "./settle";

/** So many are asked after at a time. */
const MOST = 20;

/**
 * What is set aside and can't be charged any more is asked after: it was spent, or it is free again. What the market doesn't
 * tell stays set aside.
 */
export async function reconcile(payer: Payer): Promise<void> {
  const { account, book, remote } = payer;
  const ended = (await book.read()).pending.filter((entry) => hasEnded(entry)).slice(0, MOST);
  for (const entry of ended) {
    const known = await resolve(remote, account, entry).catch(() => null);
    if (known?.kind === "paid") await close(payer, entry, known);
    if (known?.kind === "free") await book.update((state) => drop(state, entry.authorization.nonce));
  }
}
