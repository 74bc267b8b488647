import { ENUMERATIONS, type ValueKind } from "./kinds";

export type ValueFault = { why: string; mend: string };

type Plain = string | number | boolean;

const CURRENCIES = new Set(Intl.supportedValuesOf("currency"));
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/i;
const DURATION = /^P(?!$)(?:\d{1,6}(?:\.\d{1,6})?[YMWD]){0,4}(?:T(?=\d)(?:\d{1,6}(?:\.\d{1,6})?[HMS]){1,3})?$/;
const NUMBER = /^-?\d{1,15}(?:\.\d{1,10})?$/;

/** What is wrong with a plain value of this kind; null where nothing is. */
export function faultOf(value: Plain, kind: ValueKind): ValueFault | null {
  const text = String(value).trim();
  if (kind.startsWith("one of ")) return enumerated(text, kind.slice(7) as keyof typeof ENUMERATIONS);
  switch (kind) {
    case "date":
      return isDate(text) ? null : fault("It is no date in the form of ISO 8601.", "Write 2026-03-14, or 2026-03-14T08:00:00+01:00.");
    case "duration":
      return DURATION.test(text)
        ? null
        : fault("It is no length of time in the form of ISO 8601.", "Write PT30M for 30 minutes, PT1H15M for more.");
    case "time":
      return /^([01]\d|2[0-4]):[0-5]\d(:[0-5]\d)?([+-]\d{2}:\d{2}|Z)?$/.test(text)
        ? null
        : fault("It is no time of day.", "Write 09:00 or 18:30.");
    case "url":
      return urlFault(text);
    case "price":
      return priceFault(text);
    case "currency":
      return CURRENCIES.has(text) ? null : fault("It is no currency of ISO 4217.", "Write three capital letters, such as EUR.");
    case "rating":
      return NUMBER.test(text) || /^\d{1,4}(\.\d{1,4})?\s?(%|\/\s?\d{1,4})$/.test(text) ? null : numberFault(text);
    case "number":
      return NUMBER.test(text) ? null : numberFault(text);
    case "whole":
      return /^\d{1,12}$/.test(text) ? null : fault("It is no whole number.", "Write digits only.");
    case "latitude":
    case "longitude":
      return degreesFault(text, kind === "latitude" ? 90 : 180);
    case "yes_or_no":
      return /^(true|false|https?:\/\/schema\.org\/(True|False)|True|False)$/.test(text)
        ? null
        : fault("It is neither true nor false.", "Write true or false.");
    case "language":
      return isLanguage(text) ? null : fault("It names no language of BCP 47.", "Write en, or pt-BR.");
    case "email":
      return /^(mailto:)?[^\s@]{1,200}@[^\s@]{1,200}$/.test(text) ? null : fault("It is no e-mail address.", "Write name@example.com.");
    case "gtin":
      return isGtin(text)
        ? null
        : fault("It is no number of a product: its length or check digit is wrong.", "Copy the digits under the bar code.");
    default:
      return null;
  }
}

function fault(why: string, mend: string): ValueFault {
  return { why, mend };
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year = "", month = "01", day = "01"] = text.slice(0, 10).split("-");
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}

function urlFault(text: string): ValueFault | null {
  if (URL.canParse(text)) {
    return /^(https?|mailto|tel):/i.test(text)
      ? null
      : fault("It is an address that browsers don't open.", "Write an address with https://.");
  }
  if (/^[./?#]|^[\w-]+[./]/.test(text) && !/\s/.test(text))
    return fault("It is not a full address.", "Write it with https:// and the host.");
  return fault("It is no address.", "Write a full address with https://.");
}

function priceFault(text: string): ValueFault | null {
  if (/^\d{1,12}(\.\d{1,4})?$/.test(text)) return null;
  if (/^-\d/.test(text)) return fault("A price is never below zero.", "Write the price as it is charged.");
  if (/^\d{1,12},\d{1,2}$/.test(text)) return fault("The decimal mark is a comma.", "Write 5.20.");
  if (/^\d{1,3}([ ,.']\d{3})+([.,]\d{1,2})?$/.test(text)) return fault("Thousands are set apart.", "Write 1299.00.");
  if (/\d/.test(text) && /[^\d.,\s]/.test(text))
    return fault("There is more in it than the number.", "Write the number alone, and the currency in priceCurrency.");
  return fault("It is no number.", "Write digits with a point, such as 5.20.");
}

function numberFault(text: string): ValueFault {
  return /^\d{1,12},\d{1,6}$/.test(text)
    ? fault("The decimal mark is a comma.", "Write 4.5.")
    : fault("It is no number.", "Write digits with a point, such as 4.5.");
}

function degreesFault(text: string, most: number): ValueFault | null {
  if (/^-?\d{1,3}(\.\d{1,20})?$/.test(text) && Math.abs(Number(text)) <= most) return null;
  return fault(`It is no number of degrees between -${most} and ${most}.`, "Write degrees with a point, such as 52.5200.");
}

function isLanguage(text: string): boolean {
  try {
    return text !== "" && Intl.getCanonicalLocales(text.slice(0, 60)).length === 1;
  } catch {
    return false;
  }
}

/** The last digit tells if the others were copied right. */
function isGtin(text: string): boolean {
  const digits = text.replaceAll(/[\s-]/g, "");
  if (!/^(\d{8}|\d{12,14})$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 3 : 1), 0);
  return sum % 10 === 0;
}

function enumerated(text: string, name: keyof typeof ENUMERATIONS): ValueFault | null {
  const members = ENUMERATIONS[name].split(" ");
  const short = text.replace(/^https?:\/\/(www\.)?schema\.org\//, "");
  if (members.includes(short)) return null;
  const close = members.find(
    (member) => member.toLowerCase() === short.toLowerCase().replaceAll(/[\s-]/g, name === "employment" ? "_" : ""),
  );
  const example = name === "employment" || name === "jobPlace" ? (close ?? members[0]) : `https://schema.org/${close ?? members[0]}`;
  return fault(close ? `"${close}" is spelled otherwise.` : "It is none of the values that are known.", `Write ${example}.`);
}
