import type { Finding } from "./schema";

/** One thing that was found; what is not said of it is null. */
export function finding(
  severity: Finding["severity"],
  id: string,
  title: string,
  more: Partial<Pick<Finding, "where" | "why" | "mend">> = {},
): Finding {
  return { id, severity, title, where: null, why: null, mend: null, ...more };
}
