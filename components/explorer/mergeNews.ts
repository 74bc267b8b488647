import type { ExplorerPayment } from "@/db/queries/explorerPayments";
import type { ExplorerNews } from "@/lib/explorer/news";

/** The list after some news: the newest first, each once, as long as before at the least. */
export function mergePayments(shown: readonly ExplorerPayment[], news: ExplorerNews, tool: string | null, most: number): ExplorerPayment[] {
  const told = new Map(news.payments.map((payment) => [payment.id, payment]));
  const gone = new Set(news.closed.filter((id) => !told.has(id)));
  const kept = shown.filter((payment) => !told.has(payment.id) && !gone.has(payment.id));
  const fresh = news.payments.filter((payment) => tool === null || payment.tool === tool);
  return [...fresh, ...kept].sort((a, b) => (a.cursor < b.cursor ? 1 : -1)).slice(0, most);
}
