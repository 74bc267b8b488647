import { CoinslotError } from "@/lib/errors";
import { toolContext } from "@/lib/tools/context";
import type { Tool } from "@/lib/tools/define";
import type { ReadInput } from "./input";
import { toError } from "./run";

/** A tool whose backend is missing says so before any price is named. */
export function ready(tool: Tool, read: ReadInput): void {
  const why = tool.unavailable?.();
  if (why) {
    throw new CoinslotError("tool_unavailable", why, {
      reason: "backend_missing",
      hint: "Nothing was charged. The catalog shows when it is back.",
    });
  }
  if (read.kind === "empty") return;
  try {
    tool.ready?.(read.value, toolContext(AbortSignal.timeout(1_000)));
  } catch (cause) {
    throw toError(cause);
  }
}
