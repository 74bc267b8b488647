import { addressKind } from "../../web/address";
import { hostOf } from "../../web/target";
import type { Check } from "../check";
import { fail, pass, skipped, termsOf, warn } from "../finding";
import type { Facts, Terms } from "../types";

/** Do the terms name the address that was asked? */
export const resource: Check = {
  id: "resource",
  title: "Names its own address",
  run: (facts) => {
    const terms = termsOf(facts);
    if ("wait" in terms) return terms.wait;
    const named = terms.all.flatMap((t) => namesOf(t).map((url) => ({ version: t.x402Version, url })));
    const evidence = `asked: ${facts.url.href}\n${named.map(({ version, url }) => `v${version}: ${url}`).join("\n")}`;
    if (named.length === 0) return skipped("The terms name none; see the checks above.", { evidence });
    const wrong = named.find(({ url }) => faultOf(url, facts) !== null);
    if (wrong) {
      const mend = `Name ${facts.url.origin}${facts.url.pathname}. Behind a proxy, take the public address from a setting or from X-Forwarded-Proto and -Host.`;
      return fail(`Version ${wrong.version} names ${wrong.url}: ${faultOf(wrong.url, facts)}`, mend, { evidence });
    }
    const elsewhere = named.find(({ url }) => pathOf(new URL(url)) !== pathOf(facts.url));
    if (elsewhere)
      return warn(`Version ${elsewhere.version} names another path.`, `Name ${facts.url.origin}${facts.url.pathname}.`, { evidence });
    return pass("The address that was asked.", { evidence });
  },
};

function namesOf({ x402Version, resource: url, entries }: Terms): string[] {
  if (x402Version === 2) return url ? [url] : [];
  return [...new Set(entries.flatMap((entry) => entry.resource ?? []))];
}

/** Paths alone: whether the query belongs to a resource is told nowhere. */
function pathOf(url: URL): string {
  return url.pathname.replace(/\/+$/, "");
}

function faultOf(text: string, { url, own }: Facts): string | null {
  if (!URL.canParse(text)) return "that is no absolute address.";
  const named = new URL(text);
  if (!own && (/(^|\.)localhost$/.test(named.hostname) || isInside(hostOf(named)))) return "nobody else can reach that.";
  if (named.host !== url.host) return "that is another host.";
  return named.protocol === url.protocol ? null : `it was asked over ${url.protocol.slice(0, -1)}.`;
}

function isInside(host: string): boolean {
  return /^[\d.]+$|:/.test(host) && addressKind(host) !== "global";
}
