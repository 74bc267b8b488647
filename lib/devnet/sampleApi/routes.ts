import { type ApiAnswer, BadRequest, json, readDay, readNumber } from "./answer";
import { grayPng } from "./grayPng";
import { moonOf, moonPixel } from "./moon";
import { primes } from "./primes";
import { statistics } from "./statistics";
import { sunTimes } from "./sun";
import { convert } from "./units";

export type ApiRequest = { method: string; path: string; query: URLSearchParams; body: string };

const MOST_NUMBERS = 10_000;

/** What the API computes; null where it has nothing at this address. Throws `BadRequest`. */
export function compute({ method, path, query, body }: ApiRequest): ApiAnswer | null {
  const [, first = "", second = "", third = "", ...rest] = path.split("/").map((part) => decodeURIComponent(part));
  if (rest.length > 0) return null;
  switch (`${method} ${first}${second ? "/*" : ""}${third ? `/${third}` : ""}`) {
    case "GET sun/*":
      return sun(second, query);
    case "GET moon/*":
      return moon(second);
    case "GET moon/*/picture":
      return picture(second, query);
    case "POST convert":
      return unit(readObject(body));
    case "POST statistics":
      return json(statistics(readNumbers(readObject(body).numbers)));
    case "GET primes": {
      const from = Math.floor(readNumber("from", query.get("from"), 2, 1_000_000_000));
      const count = Math.floor(readNumber("count", query.get("count"), 1, 100));
      return { type: "application/x-ndjson", body: primes(from, count) };
    }
    default:
      return null;
  }
}

function sun(date: string, query: URLSearchParams): ApiAnswer {
  const day = readDay(date);
  const latitude = readNumber("latitude", query.get("latitude"), -90, 90);
  const longitude = readNumber("longitude", query.get("longitude"), -180, 180);
  return json({ date, ...sunTimes(day, latitude, longitude) });
}

function moon(date: string): ApiAnswer {
  const { name, lit } = moonOf(readDay(date));
  return { type: "text/plain; charset=utf-8", body: `${date}: ${name}, ${Math.round(lit * 100)} % lit.\n` };
}

function picture(date: string, query: URLSearchParams): ApiAnswer {
  const phase = moonOf(readDay(date));
  const size = Math.floor(readNumber("size", query.get("size") ?? "128", 16, 512));
  return { type: "image/png", body: grayPng(size, (x, y) => moonPixel(phase, size, x, y)) };
}

function unit({ value, from, to }: Record<string, unknown>): ApiAnswer {
  if (typeof value !== "number" || !Number.isFinite(value)) throw new BadRequest("value", "value must be a number.");
  return json(convert(value, String(from), String(to)));
}

function readObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new BadRequest("(body)", "The body must be a JSON object.");
}

function readNumbers(value: unknown): number[] {
  const good = Array.isArray(value) && value.length > 0 && value.length <= MOST_NUMBERS && value.every((one) => Number.isFinite(one));
  if (good) return value as number[];
  throw new BadRequest("numbers", `numbers must be a list of 1 to ${MOST_NUMBERS} numbers.`);
}
