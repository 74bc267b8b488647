import type { PaidCall } from "./call";

/** Payers whose payments settled in this process lately. Only a matter of speed: whatever is asked of others is asked of them. */
const KEY = Symbol.for("coinslot.knownPayers");
type Holder = { [KEY]?: Set<string> };
const MOST = 10_000;

function payers(): Set<string> {
  const holder = globalThis as Holder;
  holder[KEY] ??= new Set();
  return holder[KEY];
}

export function isKnownPayer({ payment }: PaidCall): boolean {
  return payers().has(payment.authorization.from);
}

export function rememberPayer({ payment }: PaidCall): void {
  const all = payers();
  if (all.size >= MOST) all.clear();
  all.add(payment.authorization.from);
}

export function forgetPayer({ payment }: Pick<PaidCall, "payment">): void {
  payers().delete(payment.authorization.from);
}
