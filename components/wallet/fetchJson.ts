/** GET or POST of the market's own small JSON routes; throws the server's own sentence. */
export async function fetchJson<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, { ...init, headers: { accept: "application/json", ...init?.headers } });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const message = (body as { message?: unknown } | null)?.message;
  throw new Error(typeof message === "string" ? message : `The market answered ${response.status}.`);
}
