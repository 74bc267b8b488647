import "server-only";
import { DOCTOR_LIMITS } from "@/lib/doctor/limits";

const text = { type: "string" };
const textOrNull = { type: ["string", "null"] };
const status = { type: "string", enum: ["pass", "fail", "warn", "skipped", "unknown"] };

/** The listing doctor as a path of the market's OpenAPI: free, for everybody. */
export function doctorPath(): Record<string, unknown> {
  const check = {
    id: text,
    title: text,
    status,
    detail: text,
    evidence: textOrNull,
    mend: textOrNull,
    side: textOrNull,
    after: textOrNull,
  };
  const report = {
    url: text,
    method: { type: "string", enum: ["GET", "POST"] },
    at: { ...text, format: "date-time" },
    took_ms: { type: "integer" },
    checks: { type: "array", items: { type: "object", properties: check } },
    summary: { type: "object", additionalProperties: { type: "integer" } },
    raw: { type: ["object", "null"] },
  };
  const failed = (description: string) => ({
    description,
    content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
  });
  return {
    "/api/v1/doctor": {
      post: {
        operationId: "doctor",
        summary: "What is wrong with a paid address: what payers would stumble over, the evidence, and how to mend it. Free.",
        tags: ["Sellers"],
        requestBody: {
          required: true,
          content: { "application/json": { schema: requestSchema(), example: { url: "https://api.example.com/v1/weather" } } },
        },
        responses: {
          "200": { description: "The report.", content: { "application/json": { schema: { type: "object", properties: report } } } },
          "400": failed("The address is none that is asked."),
          "429": failed(`More than ${DOCTOR_LIMITS.perCaller.burst} in a row, or too many at once.`),
        },
      },
    },
  };
}

function requestSchema(): Record<string, unknown> {
  return {
    type: "object",
    required: ["url"],
    additionalProperties: false,
    properties: {
      url: { ...text, format: "uri", maxLength: 2048 },
      method: { type: "string", enum: ["GET", "POST"], description: "Without it GET, or POST where only that asks for money." },
      body: { type: "object", description: "Sent with POST." },
    },
  };
}
