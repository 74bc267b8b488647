import { UNITS } from "./units";

const date = {
  name: "date",
  in: "path",
  required: true,
  description: "The day, in UTC.",
  schema: { type: "string", format: "date" },
  example: "2026-06-21",
};
const number = (description?: string) => ({ type: "number", ...(description ? { description } : {}) });
const query = (name: string, description: string, schema: object, example: unknown) => ({
  name,
  in: "query",
  required: true,
  description,
  schema,
  example,
});
const answer = (type: string, schema: object) => ({
  "200": { description: "The answer.", content: { [type]: { schema } } },
  "400": { description: "What is wrong with the request." },
});
const body = (properties: object, required: string[], example: object) => ({
  required: true,
  content: { "application/json": { schema: { type: "object", properties, required, additionalProperties: false }, example } },
});

/** The sample API as OpenAPI 3.1. */
export function description(origin: string): Record<string, unknown> {
  return {
    openapi: "3.1.0",
    info: {
      title: "Almanac",
      version: "1.0.0",
      description:
        "Sun, moon, units and numbers, computed on the spot. It runs beside the local chain, so that listing and selling an API can be tried without the internet.",
    },
    servers: [{ url: origin }],
    paths: {
      "/sun/{date}": { get: sun },
      "/moon/{date}": { get: moon },
      "/moon/{date}/picture": { get: picture },
      "/convert": { post: convert },
      "/statistics": { post: statistics },
      "/primes": { get: primes },
    },
  };
}

const moment = { type: ["string", "null"], format: "date-time" };
const sun = {
  operationId: "sunTimes",
  summary: "When does the sun rise and set on a day, at a place?",
  description: "By the sunrise equation: right to about a minute between the polar circles.",
  tags: ["sky"],
  parameters: [
    date,
    query("latitude", "Degrees, north positive.", { ...number(), minimum: -90, maximum: 90 }, 59.91),
    query("longitude", "Degrees, east positive.", { ...number(), minimum: -180, maximum: 180 }, 10.75),
  ],
  responses: answer("application/json", {
    type: "object",
    required: ["date", "sunrise", "sunset", "noon", "day_length_minutes", "polar"],
    properties: {
      date: { type: "string" },
      sunrise: moment,
      sunset: moment,
      noon: { type: "string", format: "date-time" },
      day_length_minutes: { type: "integer" },
      polar: { enum: ["day", "night", null] },
    },
  }),
};

const moon = {
  operationId: "moonPhase",
  summary: "What does the moon look like on a day?",
  description: "One line of text, from the mean length of the month: right to about a day.",
  tags: ["sky"],
  parameters: [date],
  responses: answer("text/plain", { type: "string" }),
};

const picture = {
  operationId: "moonPicture",
  summary: "A picture of the moon on a day.",
  tags: ["sky"],
  parameters: [
    date,
    { name: "size", in: "query", description: "Pixels a side.", schema: { type: "integer", minimum: 16, maximum: 512, default: 128 } },
  ],
  responses: answer("image/png", { type: "string", format: "binary" }),
};

const convert = {
  operationId: "convertUnit",
  summary: "How much is it in another unit?",
  tags: ["numbers"],
  requestBody: body({ value: number(), from: { enum: UNITS }, to: { enum: UNITS } }, ["value", "from", "to"], {
    value: 26.2,
    from: "mi",
    to: "km",
  }),
  responses: answer("application/json", {
    type: "object",
    required: ["value", "from", "to", "result", "kind"],
    properties: { value: number(), from: { type: "string" }, to: { type: "string" }, result: number(), kind: { type: "string" } },
  }),
};

const statistics = {
  operationId: "describeNumbers",
  summary: "Mean, median and spread of a list of numbers.",
  tags: ["numbers"],
  requestBody: body({ numbers: { type: "array", items: number(), minItems: 1, maxItems: 10_000 } }, ["numbers"], {
    numbers: [3, 1, 4, 1, 5, 9],
  }),
  responses: answer("application/json", {
    type: "object",
    required: ["count", "sum", "mean", "median", "least", "most", "deviation"],
    properties: {
      count: { type: "integer" },
      ...Object.fromEntries(["sum", "mean", "median", "least", "most", "deviation"].map((name) => [name, number()])),
    },
  }),
};

const primes = {
  operationId: "nextPrimes",
  summary: "The next primes from a number on, as they are found.",
  description: "A line of JSON each; they flow.",
  tags: ["numbers"],
  parameters: [
    query("from", "Where to begin.", { type: "integer", minimum: 2, maximum: 1_000_000_000 }, 1_000),
    query("count", "How many.", { type: "integer", minimum: 1, maximum: 100 }, 5),
  ],
  responses: answer("application/x-ndjson", { type: "string" }),
};
