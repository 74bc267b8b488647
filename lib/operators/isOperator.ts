import "server-only";
import { env } from "@/lib/env";

/** May this wallet take listings down? */
export function isOperator(account: string | null): account is string {
  return account !== null && env().operators.includes(account);
}
