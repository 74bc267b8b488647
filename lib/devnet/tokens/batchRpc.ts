const MOST = 200;

/** Many calls in few requests, answered in their order. */
export async function batchRpc<T>(url: string, calls: readonly [method: string, params: unknown[]][]): Promise<T[]> {
  const results: T[] = [];
  for (let at = 0; at < calls.length; at += MOST) {
    const body = calls.slice(at, at + MOST).map(([method, params], id) => ({ jsonrpc: "2.0", id, method, params }));
    const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    const answers = (await response.json()) as { id: number; result: T; error?: { message: string } }[];
    const failed = answers.find(({ error }) => error);
    if (failed) throw new Error(`${body[failed.id]?.method}: ${failed.error?.message}`);
    results.push(...answers.sort((a, b) => a.id - b.id).map(({ result }) => result));
  }
  return results;
}
