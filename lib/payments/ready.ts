import { toolContext } from "@/lib/tools/context";
import type { Tool } from "@/lib/tools/define";
import { toError } from "./run";

/** A tool whose backend is missing says so before any price is named. */
export function ready(tool: Tool, input: unknown): void {
  try {
    tool.ready?.(input, toolContext(AbortSignal.timeout(1_000)));
  } catch (cause) {
    throw toError(cause);
  }
}
