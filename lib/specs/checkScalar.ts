import type { OwnSchema } from "@/lib/gateway/types";
import { fitsFormat } from "./checkFormat";

/** What is wrong with a number or a text by itself; null where it fits. */
export function scalarFault(schema: OwnSchema, value: unknown): string | null {
  if (typeof value === "number") return numberFault(schema, value);
  return typeof value === "string" ? textFault(schema, value) : null;
}

function numberFault(schema: OwnSchema, value: number): string | null {
  const bound = (word: string) => (typeof schema[word] === "number" ? (schema[word] as number) : null);
  const [least, most, over, under, step] = [
    bound("minimum"),
    bound("maximum"),
    bound("exclusiveMinimum"),
    bound("exclusiveMaximum"),
    bound("multipleOf"),
  ];
  if (least !== null && value < least) return `It has to be ${least} or more.`;
  if (most !== null && value > most) return `It has to be ${most} or less.`;
  if (over !== null && value <= over) return `It has to be more than ${over}.`;
  if (under !== null && value >= under) return `It has to be less than ${under}.`;
  if (step !== null && step > 0 && !isMultiple(value, step)) return `It has to be a multiple of ${step}.`;
  return formatFault(schema, value);
}

/** 19.99 is a multiple of 0.01, though not in binary. */
function isMultiple(value: number, step: number): boolean {
  const times = value / step;
  return Math.abs(times - Math.round(times)) <= 1e-9 * Math.max(1, Math.abs(times));
}

function textFault(schema: OwnSchema, value: string): string | null {
  const { minLength: least, maxLength: most } = schema;
  if (typeof least === "number" && isShorter(value, least)) return `It has to have ${least} characters or more.`;
  if (typeof most === "number" && !isShorter(value, most + 1)) return `It has to have ${most} characters or fewer.`;
  return formatFault(schema, value);
}

/** Counted in characters, not in halves of them, and no further than needed. */
function isShorter(text: string, count: number): boolean {
  if (text.length < count) return true;
  if (text.length >= count * 2) return false;
  return [...text].length < count;
}

function formatFault({ format }: OwnSchema, value: unknown): string | null {
  return typeof format !== "string" || fitsFormat(format, value) ? null : `It is not a valid ${format}.`;
}
