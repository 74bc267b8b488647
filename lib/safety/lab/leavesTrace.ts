import type { Result } from "@/lib/evm/types";

/** Did the call leave anything behind? */
export function leavesTrace({ seen, logs }: Result): boolean {
  return seen.writes.size > 0 || logs.length > 0 || seen.touched.size > 0 || seen.calls.some(({ kind }) => kind === "selfdestruct");
}
