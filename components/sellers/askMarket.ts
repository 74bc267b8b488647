/** A refusal of the market, with what is wrong with each field. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly fields: Record<string, string>;
  readonly hint: string | null;

  constructor(message: string, fields: Record<string, string> = {}, hint: string | null = null) {
    super(message);
    this.fields = fields;
    this.hint = hint;
  }
}

type Body = { message?: unknown; hint?: unknown; fields?: { field: string; message: string }[] };

/** One of the market's own JSON routes; throws `Refused` with the server's own sentences. */
export async function askMarket<T>(path: string, method = "GET", body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said = (await response.json().catch(() => null)) as Body | null;
  if (response.ok) return said as T;
  const message = typeof said?.message === "string" ? said.message : `The market answered ${response.status}.`;
  const fields = Object.fromEntries((said?.fields ?? []).map(({ field, message: words }) => [field, words]));
  throw new Refused(message, fields, typeof said?.hint === "string" ? said.hint : null);
}
