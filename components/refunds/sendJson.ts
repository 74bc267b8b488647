import { fetchJson } from "@/components/wallet/fetchJson";

/** POST, or another method, of a small JSON body to one of the market's own routes. */
export function sendJson<T>(path: string, body?: unknown, method = "POST"): Promise<T> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetchJson<T>(path, { method, headers: { "content-type": "application/json" }, ...text });
}

/** What to tell somebody whose wallet or whose market said no: the first line, or that nothing happened. */
export function failureWords(error: Error): string {
  if (/reject|denied|declin/i.test(error.message)) return "You declined in your wallet. Nothing was signed and no money moved.";
  return error.message.split("\n")[0] ?? "It did not work.";
}
