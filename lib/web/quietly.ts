import { ToolRefusal } from "../tools/refusal";

/**
 * The answer to a question on the side, or null where there is none: what is only nice to know must not cost the answer
 * that was asked for. When the whole call's time is up, that is said all the same.
 */
export async function quietly<T>(asked: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (signal.aborted || !(error instanceof ToolRefusal)) throw error;
    return null;
  }
}
