import { fullFormats } from "ajv-formats/dist/formats";

/** Of a kept library, those that are quick on short text whatever it is; longer text has none of these formats. */
const KEPT = new Set(["date", "time", "date-time", "duration", "uuid", "ipv4", "ipv6", "hostname"]);
const LONGEST = 300;

const EMAIL = /^[^\s@]{1,200}@[^\s@.]+(\.[^\s@.]+)*$/;
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

/** Whether text or a number has the format that it is said to have; a format that is not known here fits everything. */
export function fitsFormat(format: string, value: unknown): boolean {
  if (format === "int32") return typeof value !== "number" || (Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31);
  if (typeof value !== "string") return true;
  if (format === "uri" || format === "url") return URI.test(value);
  if (format !== "email" && !KEPT.has(format)) return true;
  return value.length <= LONGEST && (format === "email" ? EMAIL.test(value) : fitsKept(format, value));
}

function fitsKept(name: string, text: string): boolean {
  const format: unknown = fullFormats[name as keyof typeof fullFormats];
  const test = typeof format === "object" && format !== null && "validate" in format ? format.validate : format;
  if (test instanceof RegExp) return test.test(text);
  return typeof test === "function" ? Boolean((test as (text: string) => unknown)(text)) : true;
}
