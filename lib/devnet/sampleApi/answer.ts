/** What the sample API says to one request. `parts`: what it lets flow. */
export type ApiAnswer = {
  status?: number;
  type: string;
  headers?: Record<string, string>;
  body: string | Buffer | AsyncIterable<string>;
};

export function json(value: unknown, status = 200): ApiAnswer {
  return { status, type: "application/json; charset=utf-8", body: JSON.stringify(value) };
}

/** What is wrong with a request, as the callers of an API read it. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** A number in a range; throws `BadRequest`. */
export function readNumber(field: string, text: unknown, least: number, most: number): number {
  const value = typeof text === "number" ? text : typeof text === "string" && text.trim() !== "" ? Number(text) : Number.NaN;
  if (!Number.isFinite(value) || value < least || value > most)
    throw new BadRequest(field, `${field} must be a number from ${least} to ${most}.`);
  return value;
}

/** A day as `YYYY-MM-DD`, its start in UTC; throws `BadRequest`. */
export function readDay(text: string): Date {
  const day = new Date(`${text}T00:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return day;
  throw new BadRequest("date", "date must be a day such as 2026-06-21.");
}
