import { cleanText } from "../cleanText";
import { isRecord } from "../payments/wire";
import { parseJson } from "./parseJson";
import { readEntry } from "./readEntry";
import type { Fault, Reading, Terms } from "./types";

/** More ways to pay than anybody offers; the rest is not looked at. */
const MOST_ENTRIES = 20;
const MOST_TAGS = 20;

/** x402 v2, PaymentRequired: what the `PAYMENT-REQUIRED` header of a 402 says. */
export function readV2(header: string | undefined): Reading {
  if (header === undefined) return { kind: "absent" };
  const unreadable = (message: string, mend: string): Reading => ({ kind: "unreadable", field: "PAYMENT-REQUIRED", message, mend });
  const text = header.trim();
  if (text.startsWith("{")) return unreadable("It is bare JSON.", "Encode the JSON as base64.");
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) {
    const urlSafe = /^[A-Za-z0-9_-]+={0,2}$/.test(text);
    const mend = urlSafe ? "Use the standard alphabet with + and /: most clients don't read - and _." : "Send standard base64 of the JSON.";
    return unreadable(urlSafe ? "It is base64url." : "It is not base64.", mend);
  }
  const value = parseJson(Buffer.from(text, "base64").toString("utf8"));
  if (!isRecord(value)) return unreadable("It is base64, and not of a JSON object.", "Encode the JSON object of the terms, once.");
  return { kind: "terms", terms: readTerms(value, 2) };
}

/** x402 v1: the JSON body of a 402. A body that names no version is not about paying. */
export function readV1(body: string): Reading {
  const value = parseJson(body);
  if (!isRecord(value) || (value.x402Version === undefined && !Array.isArray(value.accepts))) return { kind: "absent" };
  if (value.x402Version === 2) return { kind: "absent" };
  return { kind: "terms", terms: readTerms(value, 1) };
}

function readTerms(decoded: Record<string, unknown>, version: 1 | 2): Terms {
  const accepts = Array.isArray(decoded.accepts) ? decoded.accepts : [];
  const entries = accepts.slice(0, MOST_ENTRIES).map((value, index) => readEntry(value, version, index));
  const resource = isRecord(decoded.resource) ? decoded.resource : {};
  const [first] = entries;
  const text = (value: unknown, max: number) => (typeof value === "string" && value ? cleanText(value, max) : null);
  return {
    x402Version: version,
    resource: version === 2 ? text(resource.url, 2_048) : (first?.resource ?? null),
    description: version === 2 ? text(resource.description, 1_000) : (first?.description ?? null),
    mimeType: version === 2 ? text(resource.mimeType, 200) : (first?.mimeType ?? null),
    serviceName: text(resource.serviceName, 200),
    tags: Array.isArray(resource.tags) ? resource.tags.slice(0, MOST_TAGS).flatMap((tag) => text(tag, 60) ?? []) : [],
    entries,
    faults: faultsOf(decoded, version, entries.length),
    decoded,
  };
}

function faultsOf(decoded: Record<string, unknown>, version: 1 | 2, entries: number): Fault[] {
  const faults: Fault[] = [];
  if (decoded.x402Version !== version) {
    const said = cleanText(JSON.stringify(decoded.x402Version) ?? "nothing", 40);
    faults.push({ field: "x402Version", message: `It says ${said}.`, mend: `Write "x402Version": ${version}, a number.` });
  }
  if (entries === 0) {
    faults.push({ field: "accepts", message: "It offers no way to pay.", mend: 'Add "accepts": […] with at least one entry.' });
  }
  const url = isRecord(decoded.resource) ? decoded.resource.url : undefined;
  if (version === 2 && !(typeof url === "string" && /^https?:\/\//.test(url))) {
    faults.push({
      field: "resource.url",
      message: "It is no absolute address.",
      mend: 'Add "resource": {"url": "https://…"}, the address of this route.',
    });
  }
  return faults;
}
