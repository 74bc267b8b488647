import "server-only";
import type postgres from "postgres";

/**
 * Sellers whose newest allowance they have not been told of yet, among those who want to be told when it is low. `once` names
 * what they would be told of.
 */
export async function unwarnedAllowances(sql: postgres.Sql, network: string, limit: number): Promise<{ account: string; once: string }[]> {
  return sql<{ account: string; once: string }[]>`
    select account, 'allowance ' || id as once from (
      select distinct on (a.account) a.account, a.id from refund_allowances a
      where a.network = ${network} and exists (
        select from webhook_endpoints e where e.account = a.account and e.state = 'on' and 'allowance.low' = any(e.events))
      order by a.account, a.created_at desc
    ) newest
    where not exists (select from webhook_events v where v.id = webhook_event_id('allowance ' || newest.id, 'allowance.low'))
    order by random() limit ${limit}`;
}
