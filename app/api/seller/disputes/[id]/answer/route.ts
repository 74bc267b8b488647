import { z } from "zod";
import { connection } from "@/db/client";
import { declineDispute } from "@/db/queries/disputes";
import { sellerRoute } from "@/lib/auth/sellerRoute";
import { MOST_DISPUTE_WORDS } from "@/lib/disputes/reasons";
import { CoinslotError } from "@/lib/errors";
import { ledger } from "@/lib/payments/ledger";
import { ownWords } from "@/lib/refunds/fields";
import { readId } from "@/lib/refunds/ids";
import { takeTurn } from "@/lib/refunds/limits";
import { readJson } from "@/lib/refunds/readJson";

type Context = { params: Promise<{ id: string }> };
const body = z.object({ words: ownWords(MOST_DISPUTE_WORDS).refine((words) => words.length > 0, "must say why") });

/**
 * `POST /api/seller/disputes/<id>/answer {words}`: declines an open dispute; the payer reads the words. The other answer is
 * a refund of all that is left, by `/api/seller/payments/<payment>/refunds`.
 */
export const POST = sellerRoute<Context>(async (request, account, { params }) => {
  takeTurn("answer", account);
  const { words } = await readJson(request, body);
  const id = readId((await params).id);
  if (await ledger(() => declineDispute(connection().sql, account, id, words))) return Response.json({ state: "declined" });
  throw new CoinslotError("not_found", "There is no open dispute with this id among yours.");
});
