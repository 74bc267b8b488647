const MISSING = new Set(["TransactionNotFoundError", "TransactionReceiptNotFoundError"]);

/** What the node has, or null when it says that it has none. A node that doesn't answer has said nothing: that throws. */
export async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Error && MISSING.has(error.name)) return null;
    throw error;
  }
}
