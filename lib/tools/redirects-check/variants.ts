import { parse } from "tldts";
import type { Web, WebRequest } from "../../web/types";
import { ToolRefusal } from "../refusal";
import { follow } from "./follow";
import type { RedirectsCheckAnswer } from "./schema";

type Variant = RedirectsCheckAnswer["variants"][number];

export type Variants = { list: Variant[]; note: string | null };

/** The http, https and www forms of an address, and where each of them ends. */
export async function askVariants(web: Web, address: string, request: WebRequest): Promise<Variants> {
  const url = new URL(address);
  const { domain, hostname, isIp } = parse(url.hostname);
  if (url.port) return { list: [], note: "The address names a port, so there is no other form of it." };
  if (isIp || !domain || !hostname) return { list: [], note: "The host is no domain name, so there is no www form of it." };
  if (hostname !== domain && hostname !== `www.${domain}`) return { list: await askAll(web, forms(url, [hostname]), request), note: null };
  return { list: await askAll(web, forms(url, [domain, `www.${domain}`]), request), note: null };
}

function forms(url: URL, hosts: readonly string[]): string[] {
  return hosts.flatMap((host) => ["https:", "http:"].map((protocol) => `${protocol}//${host}${url.pathname}${url.search}`));
}

function askAll(web: Web, addresses: readonly string[], request: WebRequest): Promise<Variant[]> {
  return Promise.all(addresses.map((address) => askOne(web, address, request)));
}

async function askOne(web: Web, url: string, request: WebRequest): Promise<Variant> {
  const blank = { url, ends_at: null, status: null, redirects: 0 };
  try {
    const { chain, outcome, stopped_by } = await follow(
      web,
      url,
      { ...request, maxBytes: 1_024, timeoutMs: 5_000, patienceMs: 5_000 },
      false,
    );
    const last = chain.at(-1);
    const redirects = chain.filter(({ location }) => location).length;
    if (outcome !== "page" || !last)
      return {
        ...blank,
        redirects,
        fault: stopped_by?.message ?? (outcome === "loop" ? "It leads back to itself." : "It leads on and on."),
      };
    return { url, ends_at: last.url, status: last.status, redirects, fault: null };
  } catch (error) {
    if (!(error instanceof ToolRefusal) || request.signal.aborted) throw error;
    return { ...blank, fault: error.message };
  }
}
