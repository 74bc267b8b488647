import { db } from "@/db/client";
import { newestBatches } from "@/db/queries/batches";
import { explorerPayments } from "@/db/queries/explorerPayments";
import { explorerStats } from "@/db/queries/explorerStats";
import { CORS_HEADERS } from "@/lib/cors";
import { env } from "@/lib/env";
import { GAS_ALONE } from "@/lib/explorer/gas";
import { SHOWN_BATCHES } from "@/lib/explorer/news";
import { readExplorerQuery } from "@/lib/explorer/query";
import { respond } from "@/lib/http";
import { ledger } from "@/lib/payments/ledger";

export const dynamic = "force-dynamic";

/** `GET /api/explorer?limit=&before=&tool=&payer=&payTo=`: the newest settlements and batches; `older` is the next `before`. */
export async function GET(request: Request): Promise<Response> {
  return respond(async () => {
    const { filter, limit, before } = readExplorerQuery(new URL(request.url).searchParams);
    const [page, batches, stats] = await ledger(() =>
      Promise.all([explorerPayments(db(), filter, limit, before), newestBatches(db(), SHOWN_BATCHES), explorerStats(db())]),
    );
    return { network: env().network, gasAlone: GAS_ALONE, last24Hours: stats, payments: page.rows, older: page.older, batches };
  }, CORS_HEADERS);
}
