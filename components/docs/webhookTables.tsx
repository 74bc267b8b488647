import { BACK_OFF_MS } from "@/lib/webhooks/backOff";
import { EVENT_TABLE } from "@/lib/webhooks/eventTable";
import type { DocRow } from "./DocTable";
import { Mono } from "./Mono";

export const WEBHOOK_EVENT_ROWS: DocRow[] = EVENT_TABLE.map(({ type, when }) => ({
  key: type,
  id: type,
  term: <Mono>{type}</Mono>,
  text: when,
}));

export const WEBHOOK_HEADER_ROWS: DocRow[] = [
  {
    key: "id",
    term: <Mono>webhook-id</Mono>,
    text: "The event's id, the same each time that it is sent, also by Resend. Keep it to tell copies.",
  },
  {
    key: "timestamp",
    term: <Mono>webhook-timestamp</Mono>,
    text: "When it was sent, in seconds since 1970. The libraries refuse what is older than five minutes.",
  },
  {
    key: "signature",
    term: <Mono>webhook-signature</Mono>,
    text: "v1 and the HMAC-SHA256 of id, timestamp and body, joined by dots, in base64. For 24 hours after you asked for a new secret there are two, with a space between.",
  },
];

const span = (ms: number) => {
  if (ms < 60_000) return `${ms / 1000} s`;
  return ms < 3_600_000 ? `${ms / 60_000} min` : `${ms / 3_600_000} h`;
};

export const WEBHOOK_ANSWER_ROWS: DocRow[] = [
  { key: "2xx", term: "200 to 299", text: "Taken. Answer first and work later: after 10 seconds nobody waits any more." },
  { key: "410", term: "410", text: "You want no more: the endpoint is switched off at once." },
  {
    key: "other",
    term: "Anything else, or nothing",
    text: `Sent again after ${BACK_OFF_MS.map(span).join(", ")}, each a little later. Redirects are not followed. Retry-After is heeded up to 6 hours.`,
  },
  {
    key: "day",
    term: "A day without any success",
    text: "The endpoint is switched off, and your dashboard says so. What happens meanwhile is not kept for it; what was given up can be sent again from the log.",
  },
];
