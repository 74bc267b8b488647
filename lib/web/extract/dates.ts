/** Letters that dates are written in where they are not in numbers, and their names in English. */
const MONTHS = /^(?:[a-z]{3,9},? )?(?:\d{1,2} [a-z]{3,9}|[a-z]{3,9} \d{1,2}),? \d{4}\b/i;
const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s?(Z|[+-]\d{2}:?\d{2})?)?$/;

/** A date as pages write it, in the form of ISO 8601; null for what is none. Without a zone only the day is known. */
export function readDate(text: string | null | undefined): string | null {
  const given = text?.trim().slice(0, 60) ?? "";
  const iso = ISO.exec(given);
  if (iso) {
    const [, day = "", time, zone] = iso;
    if (Number.isNaN(Date.parse(`${day}T00:00:00Z`))) return null;
    return time && zone ? `${day}T${time}${zone}` : day;
  }
  if (!MONTHS.test(given)) return null;
  const ms = Date.parse(/\d:\d/.test(given) && /(GMT|UTC|Z|[+-]\d{4})$/.test(given) ? given : `${MONTHS.exec(given)?.[0]} UTC`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString().slice(0, 10);
}

/** `D:20260302080000Z`, as PDFs write it. */
export function readPdfDate(text: string | null): string | null {
  const found = /^D:(\d{4})(\d{2})?(\d{2})?(?:(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2})?/.exec(text ?? "");
  if (!found) return null;
  const [, year, month = "01", day = "01", hour, minute, second = "00", zone] = found;
  const offset = zone && zone !== "Z" ? `${zone}:00` : zone;
  return readDate(hour && offset ? `${year}-${month}-${day}T${hour}:${minute}:${second}${offset}` : `${year}-${month}-${day}`);
}
