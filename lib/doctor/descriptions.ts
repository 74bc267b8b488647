import { isRecord } from "../payments/wire";
import { parseJson } from "./parseJson";
import type { Facts } from "./types";

const MOST_PATHS = 5_000;

/** The operations of the site's `/openapi.json` at the address that was asked. */
export function operationsFor({ openapi, url, method }: Facts): Record<string, unknown>[] {
  const document = openapi?.ok && openapi.status === 200 && !openapi.truncated ? parseJson(openapi.body) : undefined;
  if (!isRecord(document) || !isRecord(document.paths)) return [];
  const base = basePath(document);
  return Object.entries(document.paths)
    .slice(0, MOST_PATHS)
    .filter(([path]) => matches(`${base}${path}`, url.pathname))
    .flatMap(([, item]) => {
      if (!isRecord(item)) return [];
      const operation = item[method.toLowerCase()];
      return isRecord(operation) ? [operation] : [];
    });
}

function basePath({ servers }: Record<string, unknown>): string {
  const first: unknown = Array.isArray(servers) ? servers[0] : undefined;
  const address = isRecord(first) && typeof first.url === "string" ? first.url : "";
  if (!URL.canParse(address, "https://x.invalid")) return "";
  return new URL(address, "https://x.invalid").pathname.replace(/\/+$/, "");
}

/** `{name}` stands for one part of a path. */
function matches(template: string, path: string): boolean {
  const parts = template.split("/");
  const given = path.split("/");
  return parts.length === given.length && parts.every((part, i) => (/^\{[^{}]+\}$/.test(part) ? given[i] !== "" : part === given[i]));
}

/** The entry of the site's `/.well-known/x402` for the address that was asked. */
export function wellKnownFor({ wellKnown, url }: Facts): Record<string, unknown> | null {
  const document = wellKnown?.ok && wellKnown.status === 200 && !wellKnown.truncated ? parseJson(wellKnown.body) : undefined;
  const items: unknown[] = isRecord(document) && Array.isArray(document.items) ? document.items : [];
  const own = (item: unknown) => isRecord(item) && item.resource === `${url.origin}${url.pathname}`;
  return (items.slice(0, MOST_PATHS).find(own) as Record<string, unknown> | undefined) ?? null;
}
