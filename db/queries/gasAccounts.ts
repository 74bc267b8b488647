import "server-only";
import type postgres from "postgres";

const idOf = (network: string, address: string) => `${network} ${address}`;

/** The next nonce to sign with, or null for an account that never signed here. */
export async function nextNonce(sql: postgres.Sql, network: string, address: string): Promise<number | null> {
  const [row] = await sql<{ nonce: number }[]>`select next_nonce as nonce from gas_accounts where id = ${idOf(network, address)}`;
  return row?.nonce ?? null;
}

/** Sets the nonce to what the chain says, unless somebody moved it meanwhile. Transactions of ours that may yet be mined keep their places. */
export async function resetNonce(
  sql: postgres.Sql,
  network: string,
  address: string,
  expected: number | null,
  onChain: number,
): Promise<void> {
  const id = idOf(network, address);
  if (expected === null) {
    await sql`insert into gas_accounts (id, next_nonce) values (${id}, ${onChain}) on conflict do nothing`;
    return;
  }
  await sql`
    update gas_accounts set next_nonce = greatest(${onChain}, coalesce((
      select max(account_nonce) + 1 from settlements where network = ${network} and sender = ${address} and state = 'sent'), 0))
    where id = ${id} and next_nonce = ${expected}`;
}
